using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;

namespace CoinRig.Gateway;

/// <summary>An alarm as the command is told of it.</summary>
/// <param name="Rig">The rig's name.</param>
/// <param name="Channel">The channel; 0 for the whole rig.</param>
/// <param name="Run">Path of the run file; empty where it is about no run.</param>
/// <param name="Code">What, in kebab-case.</param>
/// <param name="Message">What happened, and what to do.</param>
/// <param name="Seconds">Time in the run, s.</param>
/// <param name="Utc">When, UTC.</param>
sealed record Alarm(string Rig, int Channel, string Run, string Code, string Message, double Seconds, DateTimeOffset Utc);

/// <summary>
/// The command that is started at an alarm: with the alarm in its environment and as JSON on its standard input. One at a time, on tasks of its own, so that nothing
/// waits for it; the same alarm of a channel at most once in a minute, and what was left out is told with the next.
/// </summary>
sealed class AlarmCommand : IAsyncDisposable
{
    /// <summary>How many wait at most; more are left out and counted.</summary>
    const int MostWaiting = 32;

    static readonly TimeSpan SameAgain = TimeSpan.FromMinutes(1);
    static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(1);

    readonly string _command;
    readonly TimeProvider _time;
    readonly Action<Alarm, string> _failed;
    readonly Channel<(Alarm Alarm, int LeftOut)> _waiting = Channel.CreateBounded<(Alarm, int)>(MostWaiting);
    readonly Dictionary<(int, string), long> _last = [];
    readonly Lock _gate = new();
    readonly Task _running;
    int _leftOut;

    /// <summary>Makes it ready.</summary>
    /// <param name="command">A command of the shell.</param>
    /// <param name="time">Real time.</param>
    /// <param name="failed">Is told of an alarm whose command failed, and how.</param>
    internal AlarmCommand(string command, TimeProvider time, Action<Alarm, string> failed)
    {
        (_command, _time, _failed) = (command, time, failed);
        _running = Task.Run(RunAsync);
    }

    /// <summary>Has the command started for an alarm; returns at once.</summary>
    internal void Raise(Alarm alarm)
    {
        lock (_gate)
        {
            var key = (alarm.Channel, alarm.Code);
            if (_last.TryGetValue(key, out var before) && _time.GetElapsedTime(before) < SameAgain)
            {
                _leftOut++;
                return;
            }
            if (_waiting.Writer.TryWrite((alarm, _leftOut)))
            {
                (_last[key], _leftOut) = (_time.GetTimestamp(), 0);
            }
            else
            {
                _leftOut++;
            }
        }
    }

    async Task RunAsync()
    {
        await foreach (var (alarm, leftOut) in _waiting.Reader.ReadAllAsync())
        {
            try
            {
                if (await StartAsync(alarm, leftOut) is { } problem)
                {
                    _failed(alarm, problem);
                }
            }
            catch (Exception e)
            {
                _failed(alarm, e.Message);
            }
        }
    }

    /// <returns>What went wrong; null where nothing did.</returns>
    async Task<string?> StartAsync(Alarm alarm, int leftOut)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", _command]) { RedirectStandardInput = true };
        start.Environment["COINRIG_RIG"] = alarm.Rig;
        start.Environment["COINRIG_CHANNEL"] = $"{alarm.Channel}";
        start.Environment["COINRIG_RUN"] = alarm.Run;
        start.Environment["COINRIG_CODE"] = alarm.Code;
        start.Environment["COINRIG_MESSAGE"] = alarm.Message;
        start.Environment["COINRIG_TIME"] = alarm.Utc.ToString("O");
        start.Environment["COINRIG_LEFT_OUT"] = $"{leftOut}";
        using var process = Process.Start(start)!;
        using var most = new CancellationTokenSource(LongestRun, _time);
        try
        {
            await WriteAsync(process, alarm, leftOut, most.Token);
            await process.WaitForExitAsync(most.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return $"it did not end within {LongestRun.TotalSeconds:0} s and was killed";
        }
        return process.ExitCode == 0 ? null : $"it ended with exit code {process.ExitCode}";
    }

    static async Task WriteAsync(Process process, Alarm alarm, int leftOut, CancellationToken stop)
    {
        try
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(new
            {
                rig = alarm.Rig, channel = alarm.Channel, run = alarm.Run, code = alarm.Code, message = alarm.Message, seconds = alarm.Seconds, time = alarm.Utc, left_out = leftOut,
            });
            await process.StandardInput.BaseStream.WriteAsync(json, stop);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It reads nothing, which is its right.
        }
    }

    /// <summary>Waits for what was begun.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _running;
    }
}
