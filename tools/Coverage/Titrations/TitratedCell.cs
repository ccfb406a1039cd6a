using CoinRig.Analysis;
using CoinRig.Cells;
using CoinRig.Control;
using CoinRig.FrontEnd;
using CoinRig.Protocols;
using CoinRig.Runs;
using CoinRig.Twin;

namespace CoinRig.Coverage;

/// <summary>Titrates the model of a cell without the chips and feeds the program's own analysis with what the recorder would have recorded.</summary>
sealed class TitratedCell
{
    readonly Cell _cell;
    readonly Titration _titration;
    readonly HalfCell _model;
    readonly InstrumentErrors _errors;
    readonly RunAnalyzer _analyzer;
    readonly List<ResultRow> _rows = [];
    readonly List<(double Composition, double Coulombs)> _truth = [];
    double _seconds, _coulombs, _volts, _amperes;
    int _segments = -1, _steps;

    TitratedCell(Cell cell, ChannelProfile channel, Titration titration, long seed, bool draw)
    {
        (_cell, _titration) = (cell, titration);
        _model = (HalfCell)CellModelFactory.Create(cell, seed, draw, new() { Ageing = false });
        _errors = new(channel, seed);
        _analyzer = new(cell, MeasurementUncertainty.Of(channel, Titration.NoiseVolts));
    }

    /// <summary>The pulses of one titration.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="channel">The instrument.</param>
    /// <param name="titration">The protocol.</param>
    /// <param name="seed">Draws radius, mass, calibration errors and noise.</param>
    /// <param name="draw">False: the stated radius and mass are the true ones.</param>
    public static List<TitratedPulse> Run(Cell cell, ChannelProfile channel, Titration titration, long seed, bool draw = true) =>
        new TitratedCell(cell, channel, titration, seed, draw).Run();

    List<TitratedPulse> Run()
    {
        var pulseTimes = Titration.Times(_titration.PulseSeconds, Titration.PulseIntervalSeconds);
        var restTimes = Titration.Times(_titration.RestSeconds, _titration.RestIntervalSeconds);
        var current = 0.1 * _cell.OneCAmperes;
        BeginStep();
        Segment(SegmentRole.Rest, 0, Titration.FirstRestSeconds, Titration.Times(Titration.FirstRestSeconds, Titration.PulseIntervalSeconds));
        BeginStep();
        while (_volts < Titration.EndVolts && _truth.Count < 1000)
        {
            var (x, q) = (_model.MeanComposition, _coulombs);
            Segment(SegmentRole.Pulse, current, _titration.PulseSeconds, pulseTimes);
            if (_volts >= Titration.EndVolts)
            {
                break;
            }
            _truth.Add((0.5 * (x + _model.MeanComposition), 0.5 * (q + _coulombs)));
            Segment(SegmentRole.Relaxation, 0, _titration.RestSeconds, restTimes);
        }
        _analyzer.OnMarker(new RunEnded(Now, RunState.Done, ""), _rows.Add);
        return TitratedPulse.Of(_rows, _cell, _model, pulse => (_truth[pulse - 1].Composition, _truth[pulse - 1].Coulombs / _coulombs));
    }

    long Now => (long)Math.Round(_seconds * 1e9);

    void BeginStep()
    {
        _segments = -1;
        _analyzer.OnMarker(new StepStarted(Now, ++_steps, new(_steps, "gitt", "", 1, [], false, []), 1, new(0, [])), _rows.Add);
    }

    void Segment(SegmentRole role, double set, double duration, double[] times)
    {
        var mode = role == SegmentRole.Pulse ? ControlMode.Current : ControlMode.OpenCircuit;
        var segment = new Segment(role, mode, Waveform.Constant(set), [], new(10, 1, 1), set);
        _analyzer.OnMarker(new SegmentStarted(Now, _steps, ++_segments, segment, 1, mode == ControlMode.Current ? set : double.NaN, "100 uA",
            _segments == 0 && _steps == 1 ? _errors.Read(_model.OpenCircuitVolts) : _volts, _amperes), _rows.Add);
        var flowing = mode == ControlMode.Current ? _errors.True(set) : 0;
        var (start, before, chargeBefore) = (_seconds, 0.0, _coulombs);
        foreach (var t in times.Append(duration))
        {
            (_volts, _amperes) = (_errors.Read(_model.AdvanceCurrent(flowing, t - before)), set);
            before = t;
            _coulombs = chargeBefore + set * t;
            var nanoseconds = (long)((start + t) * 1e9);
            _analyzer.OnSample(new()
            {
                VoltageNanoseconds = nanoseconds, CurrentNanoseconds = nanoseconds, Volts = _volts, Amperes = set, NetCoulombs = _coulombs,
                DegreesCelsius = double.NaN, StepCount = _steps, SegmentCount = _segments, Cycle = 1,
            });
        }
        _seconds = start + duration;
        var passed = set * duration;
        _analyzer.OnMarker(new SegmentEnded(Now, Now, _steps, _segments, EndReason.Condition, "", new(passed, 0, passed * _volts, 0, times.Length), _volts, _amperes), _rows.Add);
    }
}
