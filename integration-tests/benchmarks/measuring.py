"""Runs programs in rotation and prints what they took."""

import os
import statistics
import subprocess
import tempfile
import time


def run(command, environment):
    """Returns seconds, processor seconds, peak memory in MiB, exit status and the last line of stderr."""
    with tempfile.TemporaryFile() as errors:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            env={**os.environ, **environment},
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        lines = errors.read().decode(errors="replace").strip().splitlines()
    work = usage.ru_utime + usage.ru_stime
    return seconds, work, usage.ru_maxrss / 1024, process.returncode, lines[-1] if lines else ""


class Figures:
    """What was measured of one program."""

    def __init__(self):
        self.seconds, self.work, self.requests, self.peak, self.failure = [], [], [], 0.0, ""

    def add(self, seconds, work, peak, requests):
        self.seconds.append(seconds)
        self.work.append(work)
        self.requests.append(requests)
        self.peak = max(self.peak, peak)

    def line(self, base):
        if self.failure:
            return f"failed with {self.failure}"
        wall, work = statistics.median(self.seconds), statistics.median(self.work)
        spread = f"{min(self.seconds) * 1000:.0f}-{max(self.seconds) * 1000:.0f}"
        ratios = f"{statistics.median(base.seconds) / wall:6.2f} x {statistics.median(base.work) / work:6.2f} x"
        asked = statistics.median(self.requests)
        requests = f" {asked:6.0f} requests" if asked else ""
        return f"{wall * 1000:8.0f} ms {spread:>13} {work * 1000:8.0f} ms {self.peak:6.0f} MiB {ratios}{requests}"


class Tally(Figures):
    """How many runs of one program failed, and what was measured of the others."""

    def __init__(self):
        super().__init__()
        self.runs, self.failed, self.complaint = 0, 0, ""

    def count(self, status, complaint):
        self.runs += 1
        if status != 0:
            self.failed += 1
            self.complaint = f"exit status {status}: {complaint}"

    def line(self, base):
        measured = f" {super().line(base)}" if self.seconds else ""
        complaint = f", the last with {self.complaint[:100]}" if self.complaint else ""
        return f"{self.failed} of {self.runs} failed{measured}{complaint}"


class Bench:
    """Measures scenario after scenario; `fine` tells whether every run went well.

    What was measured is in `results`, by title and name of the program.
    """

    def __init__(self, programs, runs, longest):
        self.programs, self.runs, self.longest, self.fine, self.results = programs, runs, longest, True, {}

    def head(self):
        first = self.programs[0].name
        print(
            "\nmedian wall time, its range, median processor time, peak memory, by wall and processor time how many"
            f" times as fast as '{first}', and requests to the CA where there are any;"
            f" up to {self.runs} runs, load {os.getloadavg()[0]:.1f}"
        )

    def measure(self, title, command, runs=0, warm_up=True):
        """Times what `command(program)` gives for each; nothing if a program has no such command.

        The commands of one program may differ from round to round: it is asked anew each time.
        """
        able = [program for program in self.programs if command(program)]
        figures = {program.name: Figures() for program in able}
        for round_number in range(-1 if warm_up else 0, min(runs or self.runs, self.runs)):
            for program in able:
                self.once(figures[program.name], program, command(program), round_number)
        self.show(title, figures)
        self.fine &= not any(one.failure for one in figures.values())

    def count_failures(self, title, programs, command, runs):
        """Runs what `command(program)` gives so often, however it ends; fewer times if that is enough for a program."""
        tallies = {program.name: Tally() for program in programs}
        for round_number in range(runs):
            for program in programs:
                if round_number < program.enough_rejections:
                    self.once_more(tallies[program.name], program, command(program))
        self.show(title, tallies)
        self.fine &= not any(tallies[program.name].failed for program in programs if program.survives_rejections)

    def show(self, title, figures):
        self.results[title] = figures
        print(f"\n{title}")
        base = next((one for one in figures.values() if one.seconds), None)
        for name, one in figures.items():
            print(f"  {name:34} {one.line(base)}", flush=True)

    def once_more(self, tally, program, command):
        before = program.requests()
        seconds, work, peak, status, complaint = run(command, program.environment)
        tally.count(status, complaint)
        if status == 0:
            tally.add(seconds, work, peak, program.requests() - before)

    def once(self, figures, program, command, round_number):
        """One run, unless the program failed before or is so slow that one run of it must do."""
        if figures.failure or (figures.seconds and max(figures.seconds) > self.longest):
            return
        before = program.requests()
        seconds, work, peak, status, complaint = run(command, program.environment)
        if status != 0:
            figures.failure = f"exit status {status}: {complaint}"
        elif round_number >= 0 or seconds > self.longest:
            figures.add(seconds, work, peak, program.requests() - before)
