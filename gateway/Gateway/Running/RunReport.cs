using CoinRig.Analysis;
using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary>What is said when a run is over: how it went, its results, what was not delivered, and what to do next.</summary>
static class RunReport
{
    /// <summary>Draws the picture and gives its path.</summary>
    internal static string Draw(RunOutcome outcome)
    {
        using var run = RunFileReader.Open(outcome.Path);
        var picture = OutputFile.Choose(null, outcome.Path, ".png");
        Overview.Save(new FigureContent([RunAnalysis.AsRecorded(run)]), null, picture);
        return picture;
    }

    /// <summary>Says it.</summary>
    /// <param name="screen">Where.</param>
    /// <param name="outcome">How it went.</param>
    /// <param name="picture">Path of the picture; null where none was drawn.</param>
    internal static void Show(Screen screen, RunOutcome outcome, string? picture)
    {
        using var run = RunFileReader.Open(outcome.Path);
        RunScreen.Show(run, screen);
        screen.Say();
        if (outcome.RealSeconds > 0)
        {
            screen.Say($"{Figures.Duration(outcome.VirtualSeconds)} of the rig's time in {outcome.RealSeconds:0.0} s, {outcome.VirtualSeconds / outcome.RealSeconds:0} times real time.");
        }
        ShowDelivery(screen, outcome);
        if (picture is not null)
        {
            screen.Say($"Picture: {picture}");
            if (Look.FontAdvice is { } advice)
            {
                screen.Warn(advice);
            }
        }
        screen.Say($"Run file: {outcome.Path}");
        ShowNext(screen, outcome);
    }

    static void ShowDelivery(Screen screen, RunOutcome outcome)
    {
        if (outcome.Delivery is not { } delivery)
        {
            return;
        }
        if (delivery.IsComplete)
        {
            screen.Say("MQTT: everything was delivered.");
            return;
        }
        screen.Say($"MQTT: not delivered: {delivery.InWords} ({delivery.Reason}). 'coinrig publish {outcome.Path}"
            + $"{(outcome.Broker is { } broker ? $" --broker {broker}" : "")}' delivers them.");
    }

    static void ShowNext(Screen screen, RunOutcome outcome)
    {
        if (outcome.State == RunState.StoppedByPerson)
        {
            screen.Say("The cell is disconnected and the file is closed; what was measured is kept. To go on, start a run with the steps that are left.");
        }
        else if (outcome.State == RunState.Suspended)
        {
            screen.Say($"The cell is disconnected, and what was measured is kept. 'coinrig resume {outcome.Path}' looks at the cell and goes on by the protocol's rule.");
        }
        else if (outcome.State is RunState.Failed or RunState.StoppedByLimit)
        {
            screen.Warn($"{RunScreen.Words(outcome.State)}: {outcome.Message}");
        }
    }
}
