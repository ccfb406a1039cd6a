using CoinRig.Control;

namespace CoinRig.Gateway;

/// <summary>Collects what each step did from the markers of a run.</summary>
sealed class StepCollector
{
    const double SecondsPerHour = 3600;

    readonly List<PreviewedStep> _steps = [];
    StepStarted? _open;
    double _coulombs, _volts = double.NaN, _amperes = double.NaN;

    /// <summary>The steps in the order in which they ran.</summary>
    internal IReadOnlyList<PreviewedStep> Steps => _steps;

    internal void Take(Marker marker)
    {
        switch (marker)
        {
            case StepStarted started:
                (_open, _coulombs) = (started, 0);
                break;
            case SegmentEnded ended:
                _coulombs += ended.Integrals.ChargeCoulombs - ended.Integrals.DischargeCoulombs;
                (_volts, _amperes) = (ended.LastVolts, ended.LastAmperes);
                break;
            case StepEnded ended when _open is { } step:
                _steps.Add(new(step.Step.Number, step.Step.Technique, step.Step.Text, step.Cycle, step.Nanoseconds * 1e-9, (ended.Nanoseconds - step.Nanoseconds) * 1e-9,
                    _coulombs / SecondsPerHour, _volts, _amperes, ended.Text));
                _open = null;
                break;
        }
    }
}
