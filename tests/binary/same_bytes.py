#!/usr/bin/env python3
"""The same sources give the same bytes in two folders: copies them twice, builds article.so in each, and compares.

usage:  same_bytes.py SOURCE_FOLDER [CMAKE_ARGUMENT]...
"""
import filecmp
import os
import shutil
import subprocess
import sys
import tempfile


def build(source, folder, arguments):
    copy = os.path.join(folder, "source")
    os.makedirs(copy)
    for name in ("CMakeLists.txt", "ext"):
        path = os.path.join(source, name)
        (shutil.copytree if os.path.isdir(path) else shutil.copy2)(path, os.path.join(copy, name))
    for name in os.listdir(source):  # what the root file may name
        if not os.path.exists(os.path.join(copy, name)) and name not in ("build", ".git", "tests"):
            path = os.path.join(source, name)
            (shutil.copytree if os.path.isdir(path) else shutil.copy2)(path, os.path.join(copy, name))
    out = os.path.join(folder, "build")
    # Without a compiler cache, which would give the first folder's objects to the second.
    configure = ["cmake", "-S", copy, "-B", out, "-G", "Ninja", "-DARTICLE_TESTS=OFF", "-DCCACHE_PROGRAM=", "-DCMAKE_BUILD_TYPE=Release"]
    subprocess.run([*configure, *arguments], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["cmake", "--build", out, "--target", "article", "-j2"], check=True, stdout=subprocess.DEVNULL)
    return os.path.join(out, "article.so")


def main(source, *arguments):
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory(suffix="-a-longer-name") as second:
        files = [build(source, folder, arguments) for folder in (first, second)]
        same = filecmp.cmp(*files, shallow=False)
        print(f"{os.path.getsize(files[0])} bytes, {'the same' if same else 'NOT the same'} from two folders")
        return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
