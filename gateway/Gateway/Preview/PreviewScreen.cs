using CoinRig.Control;

namespace CoinRig.Gateway;

/// <summary>A preview as the program tells it.</summary>
static class PreviewScreen
{
    /// <summary>Of a longer list of steps the first ones are shown, and the last.</summary>
    const int MostSteps = 24;

    internal static void Show(Preview preview, string protocol, string cell, double realSeconds, string? picture, Screen screen)
    {
        screen.Say($"{protocol} on {cell}: {Figures.Duration(preview.Seconds)}, {preview.Steps.Count} steps; computed in {realSeconds:0.0} s, without the chips and their noise");
        screen.Show(Steps(preview.Steps));
        foreach (var table in ResultTables.Of(preview.Results))
        {
            screen.Say();
            screen.Show(table);
        }
        if (picture is not null)
        {
            screen.Say($"Picture: {picture}");
        }
        if (preview.State != RunState.Done)
        {
            screen.Warn($"{RunScreen.Words(preview.State)} after {Figures.Duration(preview.Seconds)}{(preview.Steps.Count > 0 ? $", in step {preview.Steps[^1].Number} ('{preview.Steps[^1].Text}')" : "")}: {preview.Message}");
        }
        if (screen.IsJson)
        {
            screen.Document(new
            {
                Protocol = protocol,
                Cell = cell,
                preview.State,
                preview.Message,
                DurationSeconds = preview.Seconds,
                preview.Scans,
                Picture = picture,
                preview.Steps,
                Results = preview.Results.Select(ResultDocument.Of),
            });
        }
    }

    static ScreenTable Steps(IReadOnlyList<PreviewedStep> steps)
    {
        var left = steps.Count - MostSteps - 1;
        var table = new ScreenTable(">step", ">cycle", "what it does", ">begins", ">takes", ">charge / mAh", ">E / V", ">I / mA", "ended by")
        {
            Note = left > 0 ? $"{left} steps between are not shown (--json has all)." : "",
        };
        foreach (var step in left > 0 ? [.. steps.Take(MostSteps), steps[^1]] : steps)
        {
            table.Add($"{step.Number}", $"{step.Cycle}", step.Text, Figures.Duration(step.StartSeconds), Figures.Duration(step.DurationSeconds), $"{step.ChargeAmpereHours * 1e3:0.0000}",
                $"{step.EndVolts:0.0000}", $"{step.EndAmperes * 1e3:0.0000}", step.Ended);
        }
        return table;
    }
}
