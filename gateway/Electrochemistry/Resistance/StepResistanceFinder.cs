using CoinRig.Electrochemistry.Traces;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Resistance;

/// <summary>
/// Finds steps of the current in rows without step numbers and reads the resistance that each shows: at the first row after it and at given times. Fed row by
/// row in constant memory but for what was found; a whole trace is the same in a loop.
/// </summary>
/// <param name="atSeconds">Times after a step, s, rising; null for 1 s and 10 s.</param>
/// <param name="noiseVolts">Noise of a voltage reading, V; NaN: from the rows before each step.</param>
/// <param name="restAmperes">Currents up to this are none, A.</param>
public sealed class StepResistanceFinder(double[]? atSeconds = null, double noiseVolts = double.NaN, double restAmperes = 0)
{
    /// <summary>A drift smaller than this many of its uncertainties is none; what is left of a correction is uncertain by a share of it, because no drift is a straight line.</summary>
    const double DriftFactor = 3, DriftRemainder = 0.25;

    /// <summary>A current that changed by more is no longer the step's.</summary>
    const double Constant = 0.05;

    readonly double[] _times = atSeconds ?? [1, 10];
    readonly VoltageBefore _before = new();
    readonly List<CurrentStepResistance> _found = [];
    CurrentStep _step = new(restAmperes);
    StepStart? _start;
    double _seconds, _volts, _interval, _firstAmperes;
    int _next;
    bool _started;

    /// <summary>What was found so far, in the order of time.</summary>
    public IReadOnlyList<CurrentStepResistance> Found => _found;

    /// <summary>Takes in a row. One that is not of numbers is passed over.</summary>
    /// <param name="seconds">Time, s.</param>
    /// <param name="volts">Voltage, V.</param>
    /// <param name="amperes">Current, A; positive charges.</param>
    public void Add(double seconds, double volts, double amperes)
    {
        if (!double.IsFinite(seconds) || !double.IsFinite(volts) || !double.IsFinite(amperes))
        {
            return;
        }
        var isStep = _step.Add(amperes, volts, _step.SignOf(amperes));
        var interval = _started ? seconds - _seconds : 0;
        if (interval < 0)
        {
            (_start, interval) = (null, 0);
            _before.Clear();
        }
        if (isStep && _started && _before.Count > 0)
        {
            Begin(seconds, volts, amperes, interval);
        }
        else if (_start is { } start)
        {
            Watch(start, seconds, volts, amperes);
        }
        _before.Add(seconds, volts, amperes);
        (_seconds, _volts, _interval, _started) = (seconds, volts, interval, true);
    }

    /// <summary>All steps of a trace.</summary>
    /// <param name="trace">The rows.</param>
    /// <param name="atSeconds">Times after a step, s, rising; null for 1 s and 10 s.</param>
    /// <param name="noiseVolts">Noise of a voltage reading, V; NaN: from the rows.</param>
    public static IReadOnlyList<CurrentStepResistance> Find(Trace trace, double[]? atSeconds = null, double noiseVolts = double.NaN)
    {
        var finder = new StepResistanceFinder(atSeconds, noiseVolts);
        for (var i = 0; i < trace.Length; i++)
        {
            finder.Add(trace.Seconds[i], trace.Volts[i], trace.Amperes[i]);
        }
        return finder.Found;
    }

    void Begin(double seconds, double volts, double amperes, double interval)
    {
        var noise = double.IsNaN(noiseVolts) ? _before.Noise() : noiseVolts;
        noise = double.IsNaN(noise) ? 0 : noise;
        // Equally spaced rows across the step: the instrument did not know of it, and it came in the middle as far as anybody knows.
        var isBlind = interval > 0 && Math.Abs(interval - _interval) < 0.01 * interval;
        _start = new(_before.LastSeconds + (isBlind ? 0.5 * interval : 0), Math.Min(interval, _interval) / Math.Sqrt(12), _before.Level(noise), _before.Drift(noise), _before.Amperes, noise);
        (_firstAmperes, _next) = (amperes, 0);
        Post(_start, seconds - _start.Seconds, true, volts, amperes, noise, 0, 0);
        while (_next < _times.Length && seconds - _start.Seconds >= _times[_next])
        {
            _next++;
        }
        _before.Clear();
    }

    void Watch(StepStart start, double seconds, double volts, double amperes)
    {
        if (Math.Abs(amperes - _firstAmperes) > Constant * Math.Abs(amperes - start.Amperes))
        {
            // A controller may need a row to set the current; later changes are a hold.
            if (_before.Count > 1)
            {
                _start = null;
                return;
            }
            _firstAmperes = amperes;
        }
        var (before, now) = (_seconds - start.Seconds, seconds - start.Seconds);
        while (_next < _times.Length && now >= _times[_next])
        {
            var at = _times[_next++];
            // A reading much later than asked for does not show this time.
            if (before > 0.3 * at || now < 1.5 * at)
            {
                var share = (at - before) / (now - before);
                var between = 2 * Math.Min(share, 1 - share) * Math.Abs(volts - _volts) / Math.Sqrt(12);
                Post(start, at, false, _volts + share * (volts - _volts), amperes, start.Noise * Math.Sqrt(share * share + (1 - share) * (1 - share)), between, (volts - _volts) / (now - before));
            }
        }
        if (_next == _times.Length)
        {
            _start = null;
        }
    }

    void Post(StepStart start, double at, bool isFirst, double volts, double amperes, double noise, double between, double voltsPerSecond)
    {
        var change = amperes - start.Amperes;
        var size = Math.Abs(change);
        var isDrifting = Math.Abs(start.Drift.Value) > DriftFactor * start.Drift.Uncertainty;
        var drift = isDrifting ? start.Drift.Value * at : 0;
        var driftLeft = double.IsNaN(start.Drift.Uncertainty) ? 0 : Combine.Quadrature(start.Drift.Uncertainty * at, DriftRemainder * drift);
        _found.Add(new(start.Seconds, at, isFirst, start.Level.Value, start.Amperes, amperes, (volts - start.Level.Value - drift) / change, drift / change,
        [
            new("noise", Combine.Quadrature(noise, start.Level.Uncertainty) / size),
            new("drift", driftLeft / size),
            new("sampling", between / size),
            new("time", Math.Abs(voltsPerSecond) * start.UncertaintySeconds / size),
        ]));
    }

    /// <summary>What is known of a step when it happens.</summary>
    sealed record StepStart(double Seconds, double UncertaintySeconds, Estimate Level, Estimate Drift, double Amperes, double Noise);
}
