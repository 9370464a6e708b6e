"""What cross-validation by site needs: the fold of a page, and libraries built with the data of one fold.

A page is in fold crc32(site) % 5.  DIR of the folds holds weights-<fold>.bin of the line reader (ext/tools/train_reader.py
--folds DIR) and trees-<fold>/*.tsv of the rankings (train.py --folds DIR), neither of which has seen the fold.
"""
import pathlib
import shutil
import subprocess
import textwrap
import zlib

FOLDS = 5
ROOT = pathlib.Path(__file__).resolve().parents[3]


def fold_of(page):
    return zlib.crc32(page["site"].encode()) % FOLDS


def without_blank_lines(text):
    """A page as many scrapers leave it; trained on and judged alike."""
    return "\n".join(line for line in text.split("\n") if line.strip())


def hard_wrapped(text, width=72):
    """A page as a terminal's browser, mail or a teletype leaves it; judged."""
    return "\n".join(part for line in text.split("\n") for part in (textwrap.wrap(line, width) or [""]))


def no_trees(folder):
    """A folder of rankings without trees, for what is built before they are trained."""
    folder.mkdir(parents=True, exist_ok=True)
    for source in (ROOT / "ext/core").glob("*/*_features.def"):
        (folder / source.name.replace("_features.def", ".tsv")).write_text("bias\t0\n", encoding="utf-8")
    return folder


def build(target, folds, build_folder, with_trees):
    """Path of the library of CMake target `target` for each fold; only data differ, so that few files are compiled again."""
    tree, out = build_folder / "tree", []
    for fold in range(FOLDS):
        folder = build_folder / f"fold-{fold}"
        folder.mkdir(parents=True, exist_ok=True)
        options = [f"-DARTICLE_WEIGHTS={(folds / f'weights-{fold}.bin').resolve()}"]
        trees = folds / f"trees-{fold}" if with_trees else no_trees(build_folder / "no-trees")
        options.append(f"-DARTICLE_TREES={trees.resolve()}")
        subprocess.run(["cmake", "-S", ROOT, "-B", tree, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release", "-DARTICLE_TESTS=OFF"] + options,
                       check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["cmake", "--build", tree, "--target", target], check=True, stdout=subprocess.DEVNULL)
        built, = (path for path in (tree / f"{target}.so", tree / f"lib{target}.so") if path.exists())
        out.append(folder / built.name)
        shutil.copy(built, out[-1])
    return out
