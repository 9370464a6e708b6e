"""Labels of units from the annotated truth of a page."""
import bisect
import collections
import re

_TOKEN = re.compile(r"\w+", re.UNICODE)


def tokenize(text):
    return _TOKEN.findall(text or "")


def _heaviest_chain(candidates):
    """candidates: (unit, position, length, weight) -> the heaviest set whose units and positions both rise."""
    candidates.sort(key=lambda c: (c[0], -c[1]))
    ends, best, chosen = [], [], []  # ends: rising positions; best[i]: heaviest chain that ends by ends[i]
    links = []
    for index, (unit, position, length, weight) in enumerate(candidates):
        at = bisect.bisect_right(ends, position) - 1
        base, link = (best[at], chosen[at]) if at >= 0 else (0.0, -1)
        links.append(link)
        total, end = base + weight, position + length
        at = bisect.bisect_right(ends, end) - 1
        if at >= 0 and best[at] >= total:
            continue
        at += 1
        if at > 0 and ends[at - 1] == end:
            at -= 1
            best[at], chosen[at] = total, index
        else:
            ends.insert(at, end), best.insert(at, total), chosen.insert(at, index)
        while at + 1 < len(ends) and best[at + 1] <= total:
            del ends[at + 1], best[at + 1], chosen[at + 1]
    picked, index = [], chosen[-1] if chosen else -1
    while index >= 0:
        picked.append(candidates[index])
        index = links[index]
    return picked


def body_labels(lines, body):
    """1 for each line that is part of `body`, in its order; lines that stand there partly count if most of them does."""
    truth = tokenize(body)
    where = collections.defaultdict(list)
    for i in range(len(truth)):
        where[tuple(truth[i:i + 4])].append(i)
    singles = collections.defaultdict(list)
    for i, token in enumerate(truth):
        singles[token].append(i)
    candidates, contained = [], {}
    for unit, line in enumerate(lines):
        tokens = tokenize(line)
        if not tokens:
            continue
        if len(tokens) < 4:
            starts = [p for p in singles.get(tokens[0], [])[:40] if truth[p:p + len(tokens)] == tokens]
            candidates += [(unit, p, len(tokens), len(tokens) * 0.9) for p in starts]
            continue
        grams = [tuple(tokens[i:i + 4]) for i in range(len(tokens) - 3)]
        hits = [(i, where[g]) for i, g in enumerate(grams) if g in where]
        if not hits:
            continue
        part = len(hits) / len(grams)
        contained[unit] = (part, len(tokens))
        if part >= 0.5:
            for start in {p - hits[0][0] for p in hits[0][1][:12]}:
                candidates.append((unit, max(0, start), int(len(tokens) * part), len(tokens) * part))
    labels = [0] * len(lines)
    covered = collections.Counter()
    for unit, position, length, _ in _heaviest_chain(candidates):
        labels[unit] = 1
        covered.update(tuple(tokenize(lines[unit])[i:i + 4]) for i in range(max(0, len(tokenize(lines[unit])) - 3)))
    for unit, (part, count) in contained.items():  # told in another order
        if not labels[unit] and part >= 0.8 and count >= 10:
            tokens = tokenize(lines[unit])
            grams = [tuple(tokens[i:i + 4]) for i in range(len(tokens) - 3)]
            if sum(covered[g] > 0 for g in grams) < 0.3 * len(grams):
                labels[unit] = 1
                covered.update(grams)
    return labels
