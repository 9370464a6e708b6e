"""A progress bar: tqdm's where it is installed (also in notebooks), else a counter on standard error.

    for article in progress_bar(articles, total=1000, show=None, unit="articles"): ...

show=None means: when standard error is a terminal.  Cost: the counter looks at the clock once an item.
"""
import sys
import time


def _counter(items, total, unit):
    started = shown = time.monotonic()
    count = 0
    try:
        for count, item in enumerate(items, 1):
            yield item
            now = time.monotonic()
            if now - shown >= 0.2:
                shown = now
                rate = count / max(now - started, 1e-9)
                left = f", {max(total - count, 0) / rate:,.0f} s left" if total else ""
                of = f"/{total:,}" if total else ""
                sys.stderr.write(f"\r{count:,}{of} {unit}, {rate:,.0f} a second{left}   ")
                sys.stderr.flush()
    finally:
        spent = time.monotonic() - started
        sys.stderr.write(f"\r{count:,} {unit} in {spent:,.1f} s{' ' * 30}\n")


def progress_bar(items, total=None, show=None, unit="items"):
    if show is None:
        show = sys.stderr is not None and sys.stderr.isatty()
    if not show:
        return iter(items)
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return _counter(items, total, unit)
    return iter(tqdm(items, total=total, unit=f" {unit}"))
