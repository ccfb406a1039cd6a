using Iot.Device.Ads1256;

namespace CoinRig.FrontEnd;

/// <summary>The two ADC inputs of a channel as calibrated volts and amperes.</summary>
sealed class ChannelInputs
{
    /// <summary>The shunt amplifier gives 1 V at full scale and saturates at 1.25 V; beyond this part of full scale it is not believed.</summary>
    const double BelievedPart = 1.2;

    readonly Ads1256 _adc;
    readonly AnalogInput _voltagePositive;
    readonly AnalogInput _voltageNegative;
    readonly AnalogInput _currentPositive;
    readonly AnalogInput _currentNegative;
    readonly double _voltsPerAdcVolt;
    readonly double _voltageOffset;
    readonly double _believedSignalVolts;
    readonly RangeScale[] _scales;

    /// <param name="adc">The ADC.</param>
    /// <param name="profile">The channel.</param>
    /// <param name="amplifierGain">Gain between cell and ADC, 1.</param>
    /// <param name="believedSignalVolts">At a signal beyond this the amplifier or follower is at its end: a sense lead is off, V at the ADC.</param>
    internal ChannelInputs(Ads1256 adc, ChannelProfile profile, double amplifierGain, double believedSignalVolts)
    {
        _believedSignalVolts = believedSignalVolts;
        _adc = adc;
        _voltagePositive = (AnalogInput)profile.VoltageInputs.Positive;
        _voltageNegative = (AnalogInput)profile.VoltageInputs.Negative;
        _currentPositive = (AnalogInput)profile.CurrentInputs.Positive;
        _currentNegative = (AnalogInput)profile.CurrentInputs.Negative;
        _voltsPerAdcVolt = profile.Calibration.VoltageGain.Value / amplifierGain;
        _voltageOffset = profile.Calibration.VoltageOffsetVolts.Value;
        _scales = [.. profile.Ranges.Zip(profile.Calibration.Currents, (range, calibration) => new RangeScale
        {
            Gain = PgaGains.FromFactor(range.AdcGain),
            AmperesPerAdcVolt = calibration.Gain.Value / range.ShuntOhms,
            Offset = calibration.OffsetAmperes.Value,
            BelievedAmperes = BelievedPart * range.FullScaleAmperes,
        })];
    }

    /// <summary>Converts the voltage once.</summary>
    internal Reading ReadVoltage()
    {
        var conversion = _adc.Convert(_voltagePositive, _voltageNegative, PgaGain.X1);
        return new Reading(conversion.Volts * _voltsPerAdcVolt + _voltageOffset, conversion.CenterNanoseconds,
            conversion.IsClipped || Math.Abs(conversion.Volts) > _believedSignalVolts);
    }

    /// <summary>Converts the current once.</summary>
    internal Reading ReadCurrent(int range)
    {
        ref var scale = ref _scales[range];
        var conversion = _adc.Convert(_currentPositive, _currentNegative, scale.Gain);
        var amperes = conversion.Volts * scale.AmperesPerAdcVolt + scale.Offset;
        return new Reading(amperes - scale.Zero, conversion.CenterNanoseconds, conversion.IsClipped || Math.Abs(amperes) > scale.BelievedAmperes);
    }

    /// <summary>Sets the zero that is subtracted from the readings of a range, A.</summary>
    internal void SetZero(int range, double amperes) => _scales[range].Zero = amperes;

    struct RangeScale
    {
        internal PgaGain Gain;
        internal double AmperesPerAdcVolt;
        internal double Offset;
        internal double BelievedAmperes;
        internal double Zero;
    }
}
