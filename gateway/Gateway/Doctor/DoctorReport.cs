using CoinRig.FrontEnd;

namespace CoinRig.Gateway;

/// <summary>Says what doctor found.</summary>
static class DoctorReport
{
    /// <summary>Says it.</summary>
    /// <returns>The exit code: 0 where nothing is wrong.</returns>
    internal static int Show(Screen screen, BoardProfile profile, bool isTwin, IReadOnlyList<Checked> all, IReadOnlyList<string> measured)
    {
        screen.Say($"Doctor of '{profile.Name}' on {(isTwin ? "the twin" : "this computer")}");
        foreach (var line in measured)
        {
            screen.Say($"  {line}");
        }
        var table = new ScreenTable("where", "what was looked at", "found");
        foreach (var one in all)
        {
            table.Add(one.Where, one.What, one.Finding?.Code ?? "nothing wrong");
        }
        screen.Show(table);
        var findings = all.Select(c => c.Finding).OfType<Finding>().ToArray();
        foreach (var finding in findings)
        {
            screen.Say($"WRONG ({finding.Code}): {finding.Message}");
        }
        screen.Say(findings.Length == 0 ? "Nothing is wrong." : $"{findings.Length} {(findings.Length == 1 ? "thing is" : "things are")} wrong.");
        if (screen.IsJson)
        {
            screen.Document(new
            {
                Board = profile.Name,
                Source = isTwin ? "twin" : "hardware",
                Ok = findings.Length == 0,
                Findings = findings,
                Checks = all.Select(c => new { c.Where, c.What, c.Finding?.Code }),
                Measured = measured,
            });
        }
        return findings.Length == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
