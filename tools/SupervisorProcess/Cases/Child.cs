using System.Collections.Concurrent;
using System.Diagnostics;
using CoinRig.Clock;

namespace CoinRig.SupervisorProcess;

/// <summary>One side as a process of its own, and what it says.</summary>
sealed class Child : IDisposable
{
    readonly RealClock _clock = new();
    readonly Process _process;
    readonly BlockingCollection<string> _lines = [];
    readonly ConcurrentQueue<string> _said = new();

    internal Child(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Child).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, e) =>
        {
            if (e.Data is { } line)
            {
                _lines.Add(line);
                _said.Enqueue(line);
            }
        };
        _process.ErrorDataReceived += (_, e) => _said.Enqueue(e.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Its id.</summary>
    internal int Id => _process.Id;

    /// <summary>All that it said.</summary>
    internal string Said => string.Join(' ', _said);

    /// <summary>The next line that begins so.</summary>
    /// <returns>Null where none comes in time.</returns>
    internal string? Await(string beginning, TimeSpan within)
    {
        for (var end = _clock.Nanoseconds + within.Ticks * 100; _clock.Nanoseconds < end && (!_process.HasExited || _lines.Count > 0);)
        {
            if (_lines.TryTake(out var line, TimeSpan.FromMilliseconds(100)) && line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line;
            }
        }
        return null;
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code; null where it goes on.</returns>
    internal int? AwaitEnd(TimeSpan within) => _process.WaitForExit(within) ? _process.ExitCode : null;

    /// <summary>SIGKILL.</summary>
    internal void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }
        _process.Dispose();
        _lines.Dispose();
    }
}
