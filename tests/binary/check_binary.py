#!/usr/bin/env python3
"""What the loadable file exports and imports: one symbol out; nothing in that opens a file, a socket or the environment, that
asks the clock or that depends on the locale.

usage:  check_binary.py ARTICLE.so
"""
import re
import subprocess
import sys

EXPORTED = ["sqlite3_article_init"]

# Names as `nm -D -u` gives them, without their version.
FORBIDDEN = re.compile(
    r"^(f?open(64|at|dir)?|creat|f?reopen(64)?|mmap(64)?|unlink|rename|remove|mkdir|stat(64|x)?|fstat(64)?|lstat(64)?|access|"
    r"socket|connect|bind|listen|accept4?|send(to|msg)?|recv(from|msg)?|getaddrinfo|gethostby\w+|"
    r"(secure_)?getenv|setenv|putenv|environ|__environ|"
    r"time|gettimeofday|clock(_gettime)?|localtime(_r)?|gmtime(_r)?|mktime|timegm|tzset|strftime(_l)?|"
    r"setlocale|(__)?newlocale|(__)?uselocale|localeconv|nl_langinfo(_l)?|(__)?nl_langinfo_l|"
    r"is(w)?(alpha|digit|space|upper|lower|punct|alnum|print|cntrl|xdigit)(_l)?|to(w)?(upper|lower)(_l)?|__ctype_\w+|"
    r"system|exec[lv]p?e?|fork|vfork|posix_spawn\w*|popen|dlopen|pthread_create|rand(om)?|srand(om)?|regcomp|regexec)$")

def symbols(path, *arguments):
    out = subprocess.run(["nm", "-D", *arguments, path], check=True, capture_output=True, text=True).stdout
    return [line.split()[-1].split("@")[0] for line in out.splitlines()]


def main(path):
    complaints = []
    exported = symbols(path, "--defined-only", "--extern-only")
    if exported != EXPORTED:
        complaints.append(f"exports {exported}")
    imported = symbols(path, "--undefined-only")
    complaints += [f"imports {name}" for name in imported if FORBIDDEN.match(name)]
    needed = subprocess.run(["objdump", "-p", path], check=True, capture_output=True, text=True).stdout
    libraries = re.findall(r"NEEDED\s+(\S+)", needed)
    complaints += [f"needs {name}" for name in libraries if not re.match(r"(libc|libm|ld-linux[\w-]*|libpthread)\.so", name)]
    for complaint in complaints:
        print(complaint)
    print(f"{len(exported)} symbol exported, {len(imported)} imported, needs {', '.join(libraries)}")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
