"""phrases.inc (see below)."""


def generate(data, weights):
    return "// none yet\n"
