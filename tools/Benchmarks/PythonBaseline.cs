using System.Diagnostics;

namespace CoinRig.Bench;

/// <summary>Runs a script of <c>python/</c> that prints a name and seconds a line; scripts need numpy and scipy, and are skipped where those are absent.</summary>
sealed class PythonBaseline
{
    /// <summary>Another Python may stand in front of the system's, which is the one that has the packages.</summary>
    static readonly string[] Interpreters = ["python3", "/usr/bin/python3"];

    readonly Dictionary<string, double> _seconds = [];

    PythonBaseline(string why) => Why = why;

    /// <summary>Why there are no numbers; empty where there are.</summary>
    internal string Why { get; private set; }

    /// <summary>Nanoseconds of a name; NaN where it was not measured.</summary>
    internal double Nanoseconds(string name) => _seconds.TryGetValue(name, out var seconds) ? 1e9 * seconds : double.NaN;

    /// <summary>Runs a script with arguments.</summary>
    internal static PythonBaseline Run(string script, params string[] arguments)
    {
        var result = new PythonBaseline("no python3");
        foreach (var interpreter in Interpreters)
        {
            try
            {
                using var process = Process.Start(new ProcessStartInfo(interpreter, [Path.Combine(AppContext.BaseDirectory, "python", script), .. arguments])
                { RedirectStandardOutput = true, RedirectStandardError = true })!;
                var errors = process.StandardError.ReadToEndAsync();
                var output = process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                if (process.ExitCode == 0)
                {
                    result.Why = "";
                    foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    {
                        result._seconds[line.Split(' ')[0]] = double.Parse(line.Split(' ')[1]);
                    }
                    return result;
                }
                result.Why = errors.Result.Trim().Split('\n')[^1];
            }
            catch (System.ComponentModel.Win32Exception)
            {
            }
        }
        return result;
    }
}
