using CoinRig.Electrochemistry.Numerics;

namespace CoinRig.Electrochemistry.Segments;

/// <summary>Rows whose current is not constant: is their voltage held, or does it run one way at a constant rate?</summary>
struct VoltageRun
{
    const double HoldVolts = 1e-3, SweepVolts = 3e-3, FewestSweepVolts = 10e-3;
    const double HoldNoise = 6, SweepNoise = 8;
    const int SettlingRows = 2;
    readonly double _hold;
    readonly double _sweep;
    readonly double _zero;
    CoMoments _line;
    double _held, _lowest, _highest;
    int _rows, _lowestRow, _highestRow;

    public VoltageRun(int first, double seconds, double noiseVolts)
    {
        First = first;
        (_hold, _sweep) = (Math.Max(HoldVolts, HoldNoise * noiseVolts), Math.Max(SweepVolts, SweepNoise * noiseVolts));
        _zero = seconds;
        IsHold = IsSweep = true;
        (_lowest, _highest) = (double.PositiveInfinity, double.NegativeInfinity);
    }

    /// <summary>Its first row.</summary>
    public int First { get; private set; }

    public bool IsHold { get; private set; }

    public bool IsSweep { get; private set; }

    /// <summary>The rate of the voltage, V/s.</summary>
    public readonly double Rate => _line.Slope;

    /// <summary>The mean voltage, V.</summary>
    public readonly double MeanVolts => _line.MeanY;

    /// <summary>What the rows are while both or one of the guesses hold.</summary>
    public readonly SegmentKind Kind => IsHold && _rows > SettlingRows ? SegmentKind.ConstantVoltage
        : IsSweep && _highest - _lowest > FewestSweepVolts ? SegmentKind.Sweep : SegmentKind.Other;

    /// <summary>Where the voltage turned: the last row of a sweep that went one way.</summary>
    public readonly int TurningRow => Rate >= 0 ? _highestRow : _lowestRow;

    /// <summary>Takes in a row; false where neither guess survives it, which it then is not part of.</summary>
    public bool TryAdd(int row, double seconds, double volts)
    {
        var t = seconds - _zero;
        // Instruments need a row or two to reach a voltage; those say nothing yet.
        if (_rows >= SettlingRows)
        {
            var hold = IsHold && Math.Abs(volts - _held) <= _hold;
            var sweep = IsSweep && (double.IsNaN(Rate) || _rows <= SettlingRows + 1 || Math.Abs(volts - (_line.Intercept + _line.Slope * t)) <= _sweep);
            if (!hold && !sweep)
            {
                return false;
            }
            (IsHold, IsSweep) = (hold, sweep);
        }
        _rows++;
        if (_rows >= SettlingRows)
        {
            _line.Add(t, volts);
            _held = _line.MeanY;
        }
        if (volts > _highest)
        {
            (_highest, _highestRow) = (volts, row);
        }
        if (volts < _lowest)
        {
            (_lowest, _lowestRow) = (volts, row);
        }
        return true;
    }

    /// <summary>Whether a row before it belongs to it.</summary>
    public readonly bool Reaches(double seconds, double volts) => Kind switch
    {
        SegmentKind.ConstantVoltage => Math.Abs(volts - _held) <= 0.3 * _hold,
        SegmentKind.Sweep => Math.Abs(volts - (_line.Intercept + _line.Slope * (seconds - _zero))) <= 0.3 * _sweep,
        _ => false,
    };
}
