"""What the contenders are asked to do."""

import os

from benchmarks import titles
from benchmarks.authority import authority, far
from benchmarks.programs import fresh_names
from benchmarks.sites import Site, nginx
from benchmarks.targets import REFUSED_NONCES, REJECTION_NAMES
from benchmarks.trees import Certificates

# Of scenarios that take long, a few runs must do.
FEW = 3


def sizes(text):
    return [int(part) for part in text.split(",") if part]


def runs_for(size):
    """Big trees are copied and read long enough for a few runs to tell."""
    return FEW if size >= 10000 else 5 if size >= 1000 else 0


def measure_reading(bench, options, work):
    bench.measure(titles.VERSION, lambda program: program.version())
    bench.measure(titles.HELP, lambda program: program.help())
    certificates = Certificates(work, options.keys) if options.lineages else None
    for size in sizes(options.lineages):
        for program in bench.programs:
            program.prepare_idle(work, certificates, size)
        runs = runs_for(size)
        bench.measure(titles.listing(size), lambda program: program.listing(size), runs)
        bench.measure(titles.idle(size), lambda program: program.idle(size), runs)


def measure_issuing(bench, options):
    """Every round is a new certificate for new names; the account is there before the first."""
    for program in bench.programs if options.issue else []:
        program.prepare_account()
    for count in sizes(options.issue):
        bench.measure(
            titles.issue(count),
            lambda program: program.issue(fresh_names(count)) if count <= program.most_names else [],
            warm_up=False,
        )


def patient(programs):
    return [program for program in programs if program.in_long_scenarios]


def measure_issuing_far(bench, options, ca):
    """The same with a way to the CA that takes its time; the CA looks at the challenges without it."""
    contenders = patient(bench.programs)
    if not (contenders and options.issue and options.latency > 0):
        return
    with far(ca, options.latency) as url:
        for program in contenders:
            program.call(program.issue(fresh_names(1), "far", url))
        for count in sizes(options.issue):
            bench.measure(
                titles.issue_far(count, options.latency),
                lambda program: program.issue(fresh_names(count), "far", url) if program in contenders else [],
                FEW,
                warm_up=False,
            )


def measure_rejections(bench, options, work):
    """The CA refuses some nonces by chance: which runs fail is told, not how long they take."""
    contenders = patient(bench.programs)
    if not (contenders and options.rejections > 0):
        return
    with authority(os.path.join(work, "refusing"), refused=REFUSED_NONCES) as ca:
        bench.count_failures(
            titles.issue_rejected(REJECTION_NAMES, REFUSED_NONCES),
            [program.at(ca) for program in contenders],
            lambda program: program.issue(fresh_names(REJECTION_NAMES)),
            options.rejections,
        )


def measure_renewing(bench, options):
    if not options.due:
        return
    for program in bench.programs:
        program.prepare_due(options.due)
    bench.measure(titles.renew(options.due), lambda program: program.renew(options.due), FEW, warm_up=False)
    bench.measure(
        titles.renew_overlapping(options.due, options.overlap),
        lambda program: program.renew_overlapping(options.overlap),
        FEW,
        warm_up=False,
    )


def measure_installing(bench, options, work):
    """Every round begins with the files as they were, and ends with the reload of nginx."""
    for size in sizes(options.sites) if os.geteuid() == 0 else []:
        with nginx(os.path.join(work, f"sites-{size}"), size) as server:
            site = Site(server, Certificates(os.path.join(work, f"sites-{size}")))
            bench.measure(titles.install(size), lambda program: program.install(site))
