using CoinRig.Cells;
using CoinRig.FrontEnd;

namespace CoinRig.Gateway;

/// <summary>Says what selftest found.</summary>
static class SelfTestReport
{
    /// <summary>Says it.</summary>
    /// <returns>The exit code: 0 where nothing is wrong.</returns>
    internal static int Show(Screen screen, BoardProfile profile, Cell cell, Diagnosis diagnosis)
    {
        var (findings, measured) = diagnosis;
        screen.Say($"Selftest of '{profile.Name}' with the dummy '{cell.Name}' on every channel");
        foreach (var line in measured)
        {
            screen.Say($"  {line}");
        }
        foreach (var finding in findings)
        {
            screen.Say($"WRONG ({finding.Code}): {finding.Message}");
        }
        if (findings.Count == 0)
        {
            screen.Say("Nothing is wrong.");
        }
        if (screen.IsJson)
        {
            screen.Document(new { Board = profile.Name, Cell = cell.Name, Ok = findings.Count == 0, Findings = findings, Measured = measured });
        }
        return findings.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
