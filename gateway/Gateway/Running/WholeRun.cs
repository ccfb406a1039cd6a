using CoinRig.Analysis;
using CoinRig.Cells;
using CoinRig.Control;
using CoinRig.Documents;
using CoinRig.FrontEnd;
using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary>Verifies a run file with the analysis of its own cell and board.</summary>
static class WholeRun
{
    /// <summary>Verifies it.</summary>
    internal static Verification Verify(string path)
    {
        using var run = RunFileReader.Open(path);
        var header = run.Header;
        var profile = BoardProfileFile.Read(Document.Parse(header.ProfileText, header.ProfileName));
        var cell = CellFile.Read(Document.Parse(header.CellText, header.CellName));
        return Verification.Of(run, profile.ScanPeriodNanoseconds, new RunAnalyzer(cell, MeasurementUncertainty.Of(profile.Channels[header.Channel - 1])));
    }

    /// <summary>Says what was found.</summary>
    internal static void Say(Screen screen, string path, Verification found)
    {
        if (found.Findings.Count == 0)
        {
            screen.Say($"{path}: whole. {found.Samples} samples without a hole, {found.Results} results found again, charge of {found.Pairs} pairs of scans within {found.RelativeDifference:0.0E+0} of the throughput.{(InterruptedRun.IsOne(path) ? " The run was interrupted; 'coinrig resume' goes on with it." : "")}");
            return;
        }
        screen.Warn($"{path}: NOT whole.");
        foreach (var line in found.Findings)
        {
            screen.Warn($"  {line}");
        }
    }
}
