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
    /// <summary>The request. Protocol, cell, board and calibration are those of the run file.</summary>
    /// <exception cref="RunFileException">The run has ended, is being recorded, or its file is damaged.</exception>
    /// <exception cref="RefusedException">Cell or board is another one, or the protocol leaves it to a person.</exception>
    internal static RunRequest RequestOf(ResumeOptions options, TelemetryRequest? telemetry)
    {
        using var run = RunFileReader.Open(options.RunFile);
        var header = run.Header;
        RequireSame("cell", header.CellName, header.CellText, options.CellFile, options.RunFile);
        RequireSame("board profile (with its calibration)", header.ProfileName, header.ProfileText, options.ProfileFile, options.RunFile);
        var cell = CellFile.Read(Document.Parse(header.CellText, header.CellName));
        var profile = BoardProfileFile.Read(Document.Parse(header.ProfileText, header.ProfileName));
        var plan = ProtocolFile.Read(Document.Parse(header.ProtocolText, header.ProtocolName), cell);
        if (Assignments.Difference(Document.Parse(header.ProtocolText, header.ProtocolName), options.Set) is { } difference)
        {
            throw new RefusedException($"{options.RunFile} was begun with {difference}. A run never goes on with another value: leave --set out, or start a new run.");
        }
        run.RequireWhole();
        var point = InterruptedRun.Read(run, plan, options.Action, options.VoltsWithin);
        if (point.Action == PowerLossAction.Wait)
        {
            throw new RefusedException($"{options.RunFile} waits for a person: step {point.StepCount} '{point.Step?.Text}' {(point.WasPaused ? "was paused by a person" : "has the rule 'after_power_loss: wait'")}. Nothing is connected. Look at the cell, then give --as continue, --as repeat or --as rest.");
        }
        return new RunRequest
        {
            Plan = plan,
            Profile = profile,
            Channel = header.Channel,
            OnHardware = header.Source == HardwareRig.SourceName,
            Seed = header.Seed,
            Speed = options.Speed ?? double.PositiveInfinity,
            Directory = Path.GetDirectoryName(Path.GetFullPath(options.RunFile))!,
            Telemetry = telemetry,
            Interrupted = new(options.RunFile, point, options.GapSeconds),
        };
    }

    /// <summary>What is about to be done.</summary>
    internal static string InWords(RunRequest request)
    {
        var point = request.Interrupted!.Point;
        var (low, high) = point.Allowed;
        return string.Create(CultureInfo.InvariantCulture, $"{request.Interrupted.Path} was interrupted after sample {point.Last.Sequence}, at {point.LastUtc:yyyy-MM-dd HH:mm:ss} UTC{(point.Step is null ? ", before its first step" : $", in step {point.StepCount} '{point.Step.Text}'")}. "
            + $"Its file is whole. Rule: {point.Action.ToString().ToLowerInvariant()}; nothing is connected unless the cell reads {low:0.000} V to {high:0.000} V.");
    }

    static void RequireSame(string what, string name, string recorded, string? now, string run)
    {
        if (now is not null && Document.Load(now).Text != recorded)
        {
            throw new RefusedException($"{now} is not the {what} '{name}' with which {run} was begun: their texts differ. A run never goes on with another one. Give the file as it was, or start a new run.");
        }
    }
}
