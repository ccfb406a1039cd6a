using CoinRig.Cells;
using CoinRig.Control;
using CoinRig.Documents;
using CoinRig.Electrochemistry.Numerics;
using CoinRig.Protocols;
using CoinRig.Runs;

namespace CoinRig.Analysis.Tests;

/// <summary>Writes the feed of a run by hand: steps, segments and samples with their integrals, as the scan would.</summary>
sealed class Script
{
    readonly RunAnalyzer _analyzer;
    double _seconds;
    long _sequence;
    int _stepCount;
    int _segmentCount;
    double _volts = double.NaN;
    double _amperes;
    double _netCoulombs;

    public Script(Cell cell, MeasurementUncertainty? uncertainty = null) => _analyzer = new(cell, uncertainty ?? MeasurementUncertainty.None);

    public List<ResultRow> Rows { get; } = [];

    public static Cell Sphere { get; } = Cell("particle: {shape: sphere, radius: 1.75 +- 0.05 um}");

    public static Cell Cell(string particle, string more = "working_electrode: positive\nstart: discharged\nactive_mass: 3 +- 0.03 mg\nnominal_capacity: 180 mAh/g") =>
        CellFile.Read(Document.Parse($"name: scripted\n{more}\n{particle}\nlimits: {{voltage: 0 V .. 5 V, current: 5 mA}}\ntwin: {{model: half_cell, parameters: ncm523-lpo}}\n", "scripted.yaml"));

    public IEnumerable<ResultRow> Named(string name) => Rows.Where(r => r.Name == name);

    public Script Step(int cycle = 1)
    {
        Cycle = cycle;
        _stepCount++;
        _segmentCount = -1;
        _analyzer.OnMarker(new StepStarted(Now, _stepCount, new(1, "scripted", "", 1, [], false, []), cycle, new(0, [])), Rows.Add);
        return this;
    }

    int Cycle { get; set; } = 1;

    long Now => (long)Math.Round(_seconds * 1e9);

    /// <summary>A segment whose voltage and current are given over its time, sampled at given times.</summary>
    public Script Segment(SegmentRole role, double set, double duration, IEnumerable<double> times, Func<double, double> volts, Func<double, double>? amperes = null,
        EndReason reason = EndReason.Condition, double slope = 0, SampleFlags flags = SampleFlags.None, double gapAt = double.PositiveInfinity)
    {
        var mode = role is SegmentRole.Rest or SegmentRole.Relaxation ? ControlMode.OpenCircuit : role is SegmentRole.Sweep or SegmentRole.ConstantVoltage ? ControlMode.Voltage : ControlMode.Current;
        var current = amperes ?? (_ => mode == ControlMode.Current ? set : 0);
        var segment = new Segment(role, mode, new(set, slope, set + slope * duration), [], new(10, 1, 1), 1e-3);
        _segmentCount++;
        _analyzer.OnMarker(new SegmentStarted(Now, _stepCount, _segmentCount, segment, Cycle, mode == ControlMode.OpenCircuit ? double.NaN : set, "100 uA", _volts, _amperes), Rows.Add);
        var start = _seconds;
        TrapezoidIntegral coulombs = default, joules = default;
        coulombs.Add(0, current(0));
        joules.Add(0, current(0) * volts(0));
        foreach (var t in times.Append(duration))
        {
            if (t > gapAt)
            {
                // The power was away: the time of the run does not count it.
                _analyzer.OnMarker(new RunResumed((long)((start + gapAt) * 1e9), DateTimeOffset.UnixEpoch, 600, PowerLossAction.Continue, _volts), Rows.Add);
                gapAt = double.PositiveInfinity;
            }
            (_volts, _amperes) = (volts(t), current(t));
            coulombs.Add(t, _amperes);
            joules.Add(t, _amperes * _volts);
            _analyzer.OnSample(new()
            {
                Sequence = ++_sequence,
                VoltageNanoseconds = (long)((start + t) * 1e9),
                CurrentNanoseconds = (long)((start + t) * 1e9),
                Volts = _volts,
                Amperes = _amperes,
                NetCoulombs = _netCoulombs + coulombs.Value,
                DegreesCelsius = double.NaN,
                StepCount = _stepCount,
                SegmentCount = _segmentCount,
                Cycle = Cycle,
                Flags = flags,
            });
        }
        _seconds = start + duration;
        _netCoulombs += coulombs.Value;
        var (q, w) = (coulombs.Value, joules.Value);
        _analyzer.OnMarker(new SegmentEnded(Now, Now, _stepCount, _segmentCount, reason, "", new(Math.Max(q, 0), Math.Max(-q, 0), Math.Max(w, 0), Math.Max(-w, 0), 100), _volts, _amperes), Rows.Add);
        return this;
    }

    public Script EndStep(EndReason reason = EndReason.Condition)
    {
        _analyzer.OnMarker(new StepEnded(Now, _stepCount, reason, ""), Rows.Add);
        return this;
    }

    public Script End(RunState state = RunState.Done)
    {
        _analyzer.OnMarker(new RunEnded(Now, state, ""), Rows.Add);
        return this;
    }

    /// <summary>Times dense at first and thinning out, as the recorder has them.</summary>
    public static IEnumerable<double> Thinning(double duration, double largest = 10)
    {
        for (var t = 0.05; t < duration; t += Math.Clamp(0.05 * t, 0.1, largest))
        {
            yield return t;
        }
    }
}
