using CoinRig.Analysis;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Gateway;

/// <summary>An analysed file as <c>analyze</c> tells it.</summary>
static class AnalysisScreen
{
    /// <summary>Shows a file and its results.</summary>
    public static void Show(AnalyzedFile file, bool withBudget, Screen screen)
    {
        var techniques = file.Techniques.Count == 0 ? "" : $", {string.Join(", ", file.Techniques.Select(Words))}";
        screen.Say($"{file.Path}: {file.Format}, cell {file.CellName}{techniques}");
        if (file.Facts.Count > 0)
        {
            screen.Say(string.Join("; ", file.Facts.Select(f => $"{f.Key}: {f.Value}")));
        }
        foreach (var warning in file.Warnings)
        {
            screen.Warn($"{warning} (a warning)");
        }
        if (file.Results.Count == 0)
        {
            screen.Say("No results: nothing in it is a half cycle, a pulse, a sweep or a spectrum that could be analysed.");
            return;
        }
        foreach (var table in ResultTables.Of([.. file.Results.Select(r => r.ToRow())]))
        {
            screen.Say();
            screen.Show(table);
        }
        if (withBudget && BudgetTable.Of(file.Results) is { Count: > 0 } budget)
        {
            screen.Say();
            screen.Show(budget);
        }
        if (file.Checks.Count > 0)
        {
            screen.Say();
            screen.Show(CheckTable.Of(file.Checks));
        }
        if (TakenAsExact.Sentence(file.Results, file.Format != RunAnalysis.Format) is { } exact)
        {
            screen.Say(exact);
        }
        if (file.Results.Any(r => r.Flags.Count > 0))
        {
            screen.Say("'coinrig flags' says what the flags mean.");
        }
    }

    /// <summary>A technique as a person writes it.</summary>
    public static string Words(Technique technique) => technique switch
    {
        Technique.Gitt => "GITT",
        Technique.Ici => "ICI",
        Technique.Pitt => "PITT",
        Technique.Eis => "EIS",
        Technique.CyclicVoltammetry => "cyclic voltammetry",
        Technique.Pulse => "current pulses",
        _ => "cycling",
    };
}
