using System.Globalization;
using CoinRig.Cells;
using CoinRig.Control;
using CoinRig.Documents;
using CoinRig.FrontEnd;
using CoinRig.Protocols;
using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary>Makes of the file of an interrupted run a request to go on with it, or says why it must not go on.</summary>
static class Resumption
{
    internal const string CellWord = "cell";

    internal const string ProfileWord = "board profile (with its calibration)";

    /// <summary>The request. Protocol, cell, board and calibration are those of the run file.</summary>
    /// <exception cref="RunFileException">The run has ended, is being recorded, or its file is damaged.</exception>
    /// <exception cref="RefusedException">Cell or board is another one, or the protocol leaves it to a person.</exception>
    internal static RunRequest RequestOf(ResumeOptions options, TelemetryRequest? telemetry)
    {
        using (var run = RunFileReader.Open(options.RunFile))
        {
            var header = run.Header;
            RequireSame(CellWord, header.CellName, header.CellText, options.CellFile, options.RunFile);
            RequireSame(ProfileWord, header.ProfileName, header.ProfileText, options.ProfileFile, options.RunFile);
            if (Assignments.Difference(Document.Parse(header.ProtocolText, header.ProtocolName), options.Set) is { } difference)
            {
                throw new RefusedException($"{options.RunFile} was begun with {difference}. A run never goes on with another value: leave --set out, or start a new run.");
            }
        }
        var request = Read(options.RunFile, options.Action, options.VoltsWithin, options.GapSeconds) with { Speed = options.Speed ?? double.PositiveInfinity, Telemetry = telemetry };
        return request.Interrupted!.Point.Action != PowerLossAction.Wait ? request
            : throw new RefusedException($"{WaitsInWords(request)} This command connected nothing. Look at the cell, then give --as continue, --as repeat or --as rest.");
    }

    /// <summary>The request, whatever is to be done: also where a person is waited for.</summary>
    /// <param name="path">The run file.</param>
    /// <param name="action">What a person decided; null for the protocol's own rule.</param>
    /// <param name="voltsWithin">By how much the voltage may have moved, V; null for the protocol's own.</param>
    /// <param name="gapSeconds">On the twin: how long the power was off, s.</param>
    /// <exception cref="RunFileException">The run has ended, is being recorded, or its file is damaged.</exception>
    internal static RunRequest Read(string path, PowerLossAction? action, double? voltsWithin, double gapSeconds)
    {
        using var run = RunFileReader.Open(path);
        var header = run.Header;
        var cell = CellFile.Read(Document.Parse(header.CellText, header.CellName));
        var profile = BoardProfileFile.Read(Document.Parse(header.ProfileText, header.ProfileName));
        var plan = ProtocolFile.Read(Document.Parse(header.ProtocolText, header.ProtocolName), cell);
        run.RequireWhole();
        var point = InterruptedRun.Read(run, plan, action, voltsWithin);
        return new RunRequest
        {
            Plan = plan,
            Profile = profile,
            Channel = header.Channel,
            OnHardware = header.Source == HardwareRig.SourceName,
            Seed = header.Seed,
            Speed = double.PositiveInfinity,
            Directory = Path.GetDirectoryName(Path.GetFullPath(path))!,
            Telemetry = null,
            Interrupted = new(path, point, gapSeconds),
        };
    }

    /// <summary>Why a person is waited for.</summary>
    internal static string WaitsInWords(RunRequest request)
    {
        var point = request.Interrupted!.Point;
        return $"{request.Interrupted.Path} waits for a person: step {point.StepCount} '{point.Step?.Text}' {(point.WasPaused ? "was paused by a person" : "has the rule 'after_power_loss: wait'")}.";
    }

    /// <summary>What is about to be done.</summary>
    /// <param name="request">What goes on.</param>
    /// <param name="volts">What the cell reads with nothing connected, V; null where it was not looked at yet.</param>
    internal static string InWords(RunRequest request, double? volts = null)
    {
        var point = request.Interrupted!.Point;
        var (low, high) = point.Allowed;
        var expected = point.Last.Sequence == 0 ? "whatever the cell and its limits allow" : string.Create(CultureInfo.InvariantCulture, $"{low:0.000} V to {high:0.000} V");
        return string.Create(CultureInfo.InvariantCulture, $"{request.Interrupted.Path} was interrupted {(point.Last.Sequence == 0 ? "before its first sample" : $"after sample {point.Last.Sequence}")}, at {point.LastUtc:yyyy-MM-dd HH:mm:ss} UTC{(point.Step is null ? ", before its first step" : $", in step {point.StepCount} '{point.Step.Text}'")}. "
            + $"Its file is whole. Rule: {point.Action.ToString().ToLowerInvariant()}; {(volts is { } v ? $"with nothing connected the cell reads {v:0.0000} V, within {expected}." : $"nothing is connected unless the cell reads {expected}.")}");
    }

    static void RequireSame(string what, string name, string recorded, string? now, string run)
    {
        if (now is not null)
        {
            RequireSame(what, name, recorded, now, Document.Load(now).Text, run);
        }
    }

    /// <summary>Refuses another cell or board than the run was begun with.</summary>
    internal static void RequireSame(string what, string name, string recorded, string now, string text, string run)
    {
        if (text != recorded)
        {
            throw new RefusedException($"{now} is not the {what} '{name}' with which {run} was begun: their texts differ. A run never goes on with another one. Give the file as it was, or start a new run.");
        }
    }
}
