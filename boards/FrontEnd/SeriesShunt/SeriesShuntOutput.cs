using CoinRig.Clock;
using Iot.Device.Dac8552;

namespace CoinRig.FrontEnd;

/// <summary>The DAC output that drives shunt and cell, as calibrated volts.</summary>
sealed class SeriesShuntOutput
{
    /// <summary>Between these codes the DAC8552 is as linear as its data sheet says (SLAS430A, electrical characteristics).</summary>
    internal const int LowestCode = 513, HighestCode = 64741;

    const int Codes = 65536;

    readonly Dac8552 _dac;
    readonly DacChannel _channel;
    readonly IRigClock _clock;
    readonly double _gain;
    readonly double _offset;
    int _code = -1;

    internal SeriesShuntOutput(ChannelProfile channel, double referenceVolts, Dac8552 dac, IRigClock clock)
    {
        _dac = dac;
        _channel = channel.Number == 1 ? DacChannel.A : DacChannel.B;
        _clock = clock;
        _gain = channel.Calibration.VoltageTargetGain.Value * referenceVolts / Codes;
        _offset = channel.Calibration.VoltageTargetOffsetVolts.Value;
    }

    /// <summary>Step of one code, V.</summary>
    internal double VoltsPerCode => _gain;

    /// <summary>Lowest and highest voltage that is used, V.</summary>
    internal (double Lowest, double Highest) Span => (VoltsAt(LowestCode), VoltsAt(HighestCode));

    /// <summary>Puts the nearest code out; leaves high impedance where the output was in it.</summary>
    /// <returns>When the DAC took it, ns.</returns>
    internal long Write(double volts)
    {
        var code = (int)Math.Round(Math.Clamp((volts - _offset) / _gain, LowestCode, HighestCode));
        if (code != _code)
        {
            _dac.Write(_channel, (ushort)code);
            _code = code;
        }
        return _clock.Nanoseconds;
    }

    /// <summary>High impedance: whatever the relay does, the cell sees nothing of the DAC.</summary>
    internal void Release()
    {
        _code = -1;
        _dac.PowerDown(_channel, PowerDownMode.HighImpedance);
    }

    double VoltsAt(int code) => _gain * code + _offset;
}
