using CoinRig.Control;
using CoinRig.Protocols;

namespace CoinRig.Gateway;

/// <summary>A run as it goes: one live line on a terminal, a line a step in a pipe.</summary>
/// <param name="screen">Where it is shown.</param>
/// <param name="estimate">What the plan was expected to take.</param>
sealed class RunProgress(Screen screen, PlanEstimate estimate) : IRunScreen
{
    const string ClearLine = "\r\u001b[K";

    int _shownStep;
    bool _isLineOpen;

    /// <inheritdoc/>
    public void Begin(string path, string? telemetry)
    {
        screen.Say($"Run file: {path}");
        screen.Say(telemetry ?? "Nothing is published (--no-mqtt).");
        screen.Say($"Expected: {estimate.Duration}, about {estimate.Samples:N0} samples. Ctrl-C stops it safely.");
    }

    /// <inheritdoc/>
    public void Update(LiveState live)
    {
        if (live.Step is not { } step)
        {
            return;
        }
        if (screen.IsTerminal)
        {
            screen.Output.Write(ClearLine + Line(live, step));
            _isLineOpen = true;
            if (live.State != RunState.Running)
            {
                CloseLine();
            }
        }
        else if (live.StepCount != _shownStep)
        {
            _shownStep = live.StepCount;
            screen.Say(Line(live, step));
        }
    }

    /// <inheritdoc/>
    public void Notice(string line)
    {
        CloseLine();
        screen.Warn(line);
    }

    /// <inheritdoc/>
    public void Delivering(TimeSpan most)
    {
        CloseLine();
        screen.Say($"Delivering the rest over MQTT (at most {most.TotalSeconds:0} s; Ctrl-C leaves it for later) ...");
    }

    string Line(LiveState live, Step step)
    {
        var left = estimate.Duration.Seconds - live.Seconds;
        return $"{Figures.Duration(live.Seconds)}  step {live.StepCount} '{step.Text}'  cycle {live.Cycle}  {live.Volts:0.0000} V  "
            + $"{live.Amperes * 1e6:0.00} uA  {live.NetCoulombs / 3.6:0.0000} mAh  {(left > 0 ? $"about {Figures.Duration(left)} left" : "longer than estimated")}";
    }

    void CloseLine()
    {
        if (_isLineOpen)
        {
            screen.Output.WriteLine();
            _isLineOpen = false;
        }
    }
}
