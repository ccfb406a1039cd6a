using CoinRig.Analysis;
using CoinRig.Control;
using CoinRig.Protocols;
using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary>What a picture needs of a run, read in one pass.</summary>
public sealed class RunSeries : IRunReader
{
    /// <summary>Stretches of time over the whole picture: about one a pixel.</summary>
    const int Stretches = 1600;

    readonly Dictionary<(int Step, int Pass), SweepCurve> _sweeps = [];
    SweepCurve? _sweep;

    RunSeries(double durationSeconds)
    {
        DurationSeconds = durationSeconds;
        var stretch = Math.Max(durationSeconds / Stretches, 1e-3);
        Volts = new(stretch);
        Amperes = new(stretch);
    }

    /// <inheritdoc/>
    public string Name => "plot";

    /// <summary>How long the run is, s.</summary>
    public double DurationSeconds { get; }

    /// <summary>Voltage over time, V.</summary>
    public MinMaxSeries Volts { get; }

    /// <summary>Current over time, A.</summary>
    public MinMaxSeries Amperes { get; }

    /// <summary>The sweeps, a pass of a cyclic voltammetry each, in their order.</summary>
    public IReadOnlyCollection<SweepCurve> Sweeps => _sweeps.Values;

    /// <summary>The results.</summary>
    public IReadOnlyList<ResultRow> Results { get; private init; } = [];

    /// <summary>Reads a run.</summary>
    public static RunSeries Read(RunFileReader run, RunSummary summary)
    {
        var series = new RunSeries(summary.DurationSeconds) { Results = [.. run.Results().Select(r => r.Row)] };
        run.Replay(series);
        return series;
    }

    /// <inheritdoc/>
    public void OnSample(in Sample sample)
    {
        Volts.Add(sample.VoltageNanoseconds / 1e9, sample.Volts);
        Amperes.Add(sample.CurrentNanoseconds / 1e9, sample.Amperes);
        if (_sweep is not null && (sample.Flags & SampleFlags.OpenCircuit) == 0)
        {
            _sweep.Points.Add((sample.Volts, sample.Amperes));
        }
    }

    /// <inheritdoc/>
    public void OnMarker(Marker marker, Action<ResultRow> post)
    {
        switch (marker)
        {
            case SegmentStarted { Segment.Role: SegmentRole.Sweep } started:
                var key = (started.StepCount, started.Segment.Pass);
                if (!_sweeps.TryGetValue(key, out _sweep))
                {
                    _sweeps[key] = _sweep = new(started.StepCount, started.Segment.Pass, Math.Abs(started.Segment.Set.SlopePerSecond));
                }
                break;
            case SegmentStarted or SegmentEnded:
                _sweep = null;
                break;
        }
    }
}

/// <summary>The current of one pass of a sweep over its voltage.</summary>
/// <param name="StepCount">The step it belongs to.</param>
/// <param name="Pass">Its pass, from 0.</param>
/// <param name="VoltsPerSecond">Its rate, V/s.</param>
public sealed record SweepCurve(int StepCount, int Pass, double VoltsPerSecond)
{
    /// <summary>Voltage, V, and current, A.</summary>
    public List<(double Volts, double Amperes)> Points { get; } = [];
}
