using System.Globalization;
using System.Text.Json;
using CoinRig.Gateway;
using CoinRig.Runs;

namespace CoinRig.SupervisorProcess;

/// <summary>
/// One gateway that is harmed in the middle of a run: the relay must open by the other process's clock, the cause must be in the supervisor's black box, and at the
/// end in the run file.
/// </summary>
/// <param name="harm">What is done.</param>
/// <param name="folder">A folder of its own.</param>
sealed class Case(Harm harm, string folder)
{
    const int LongestMilliseconds = 500;

    static readonly TimeSpan ToStart = TimeSpan.FromMinutes(3);

    static readonly TimeSpan Steady = TimeSpan.FromSeconds(3);

    static readonly TimeSpan ToNotice = TimeSpan.FromSeconds(60);

    static readonly string[] Causes = ["heartbeat-silent", "heartbeat-late"];

    readonly string _socket = Path.Combine(folder, "pins.sock");
    readonly List<string> _wrong = [];
    string _port = "";

    /// <summary>Carries it out.</summary>
    internal CaseOutcome Carry()
    {
        using var supervisor = new Child("supervisor", _socket);
        if (supervisor.Await("ready ", ToStart) is not { } ready)
        {
            return new(harm, false, -1, "", ["the supervisor's process did not start: " + supervisor.Said]);
        }
        _port = ready["ready ".Length..];
        var board = Write("board.yaml", $"{File.ReadAllText(Shipped.Boards.PathOf("reference"))}\nspi: {{bus: 9}}\nsupervisor: {{port: {_port}}}\n");
        var protocol = Write("protocol.yaml", "name: supervised\nrecord: {dt: 1 s}\nsteps:\n  - Charge at C/5 until 4.2 V\n");
        using var gateway = new Child("gateway", _socket, "run", protocol, "--cell", "ncm523-lpo", "--board", board, "--hardware", "--no-mqtt", "--out", Path.Combine(folder, "runs"));
        if (!AwaitGoing(supervisor, gateway, 0))
        {
            return new(harm, false, -1, "", [$"the run did not get going: {supervisor.Said} {gateway.Said}"]);
        }
        string[] seen;
        using (new HarmDone(gateway, harm))
        {
            if (supervisor.Await("open ", ToNotice) is not { } opened)
            {
                return new(harm, true, -1, "", ["THE RELAY STAYED CLOSED: " + gateway.Said]);
            }
            seen = opened.Split(' ');
        }
        Judge(seen[1], seen[2]);
        if (harm == Harm.Killed)
        {
            TakeUp(supervisor, seen[2]);
        }
        else
        {
            Require(gateway.AwaitEnd(ToNotice) == ExitCode.Failed, $"the gateway did not end its run as failed: {gateway.Said}");
            JudgeBlackBox(seen[2]);
        }
        JudgeRunFile(seen[2]);
        return new(harm, true, int.Parse(seen[1], CultureInfo.InvariantCulture), seen[2], _wrong);
    }

    void Judge(string milliseconds, string cause)
    {
        Require(int.Parse(milliseconds, CultureInfo.InvariantCulture) <= LongestMilliseconds, $"open {milliseconds} ms after the last good heartbeat");
        Require(Causes.Contains(cause), $"the supervisor's cause was {cause}");
    }

    /// <summary>As a person would: read the black box, reset, resume; and the relay closes again.</summary>
    void TakeUp(Child supervisor, string cause)
    {
        JudgeBlackBox(cause);
        var (code, _, errors) = Ask("supervisor", "reset", "--port", _port);
        Require(code == ExitCode.Done, $"the reset failed: {errors}");
        var before = LastSequence();
        using var gateway = new Child("gateway", _socket, "resume", RunFile(), "--no-mqtt");
        Require(AwaitGoing(supervisor, gateway, before), $"the run did not go on after it was resumed: {gateway.Said}");
        using (var signal = System.Diagnostics.Process.Start("kill", ["-INT", gateway.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            signal.WaitForExit();
        }
        Require(gateway.AwaitEnd(ToNotice) is not null, "the resumed run did not stop");
    }

    /// <summary>While it connects the relay opens and closes; a run that goes holds it closed and records.</summary>
    bool AwaitGoing(Child supervisor, Child gateway, long before)
    {
        while (supervisor.Await("closed", ToStart) is not null && gateway.AwaitEnd(TimeSpan.Zero) is null)
        {
            if (supervisor.Await("open ", Steady) is null && gateway.AwaitEnd(TimeSpan.Zero) is null && LastSequence() > before)
            {
                return true;
            }
        }
        return false;
    }

    long LastSequence()
    {
        try
        {
            using var run = RunFileReader.Open(RunFile());
            return run.LastSequence;
        }
        catch (Exception e) when (e is RunFileException or IOException or InvalidOperationException)
        {
            // It is being made.
            return 0;
        }
    }

    void JudgeBlackBox(string cause)
    {
        var (code, output, errors) = Ask("supervisor", "log", "--port", _port, "--json");
        if (code != ExitCode.Done)
        {
            _wrong.Add($"the black box could not be read: {errors}");
            return;
        }
        var kept = JsonDocument.Parse(output).RootElement.GetProperty("trips").EnumerateArray().Select(t => t.GetProperty("cause").GetString()).FirstOrDefault();
        Require(kept == cause, $"the black box says {kept ?? "nothing"}, not {cause}");
    }

    void JudgeRunFile(string cause)
    {
        using var run = RunFileReader.Open(RunFile());
        var events = run.Events().Select(e => $"{e.Event.Code}: {e.Event.Message}").ToArray();
        Require(events.Any(e => e.StartsWith("supervisor", StringComparison.Ordinal) && e.Contains(cause, StringComparison.Ordinal)), $"no event of the run says {cause}: {string.Join("; ", events)}");
    }

    string RunFile() => Directory.GetFiles(Path.Combine(folder, "runs"), "*" + RunNames.Extension, SearchOption.AllDirectories).Single();

    static (int Code, string Output, string Errors) Ask(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandLineApp.Run(arguments, new Session(output, error, IsTerminal: false, new RigCommands()));
        return (code, output.ToString(), error.ToString());
    }

    string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    void Require(bool isRight, string otherwise)
    {
        if (!isRight)
        {
            _wrong.Add(otherwise);
        }
    }
}
