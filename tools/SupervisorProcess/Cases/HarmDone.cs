using System.Diagnostics;
using System.Globalization;

namespace CoinRig.SupervisorProcess;

/// <summary>Does harm to a process until it is disposed. Starved: it gets what is left by two others on the one processor that all three are bound to (chrt, taskset).</summary>
sealed class HarmDone : IDisposable
{
    readonly Child _gateway;
    readonly Harm _harm;
    readonly List<Process> _others = [];

    internal HarmDone(Child gateway, Harm harm)
    {
        (_gateway, _harm) = (gateway, harm);
        switch (harm)
        {
            case Harm.Killed:
                gateway.Kill();
                break;
            case Harm.Stopped:
                Call("kill", "-STOP", Id);
                break;
            default:
                for (var i = 0; i < 2; i++)
                {
                    _others.Add(Process.Start("taskset", ["-c", "0", "sh", "-c", "while :; do :; done"])!);
                }
                Call("taskset", "-a", "-c", "-p", "0", Id);
                Call("chrt", "-a", "-i", "-p", "0", Id);
                break;
        }
    }

    string Id => _gateway.Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether this machine can do it.</summary>
    internal static bool IsPossible(Harm harm) => harm != Harm.Starved || File.Exists("/usr/bin/taskset") && File.Exists("/usr/bin/chrt");

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var other in _others)
        {
            other.Kill();
            other.Dispose();
        }
        if (_harm == Harm.Stopped)
        {
            Call("kill", "-CONT", Id);
        }
        else if (_harm == Harm.Starved)
        {
            Call("chrt", "-a", "-o", "-p", "0", Id);
        }
    }

    static void Call(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.WaitForExit();
    }
}
