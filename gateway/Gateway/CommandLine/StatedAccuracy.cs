using CoinRig.Documents;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Gateway;

/// <summary>What a person says that another instrument may be off by: <c>voltage=1mV+0.02%,current=0.1%</c>, one standard deviation each.</summary>
static class StatedAccuracy
{
    /// <summary>How it is written.</summary>
    public const string Example = "voltage=1mV+0.02%,current=0.1%+2uA";

    /// <summary>Reads it; false where it is not written so.</summary>
    public static bool TryRead(string text, out Instrument instrument)
    {
        instrument = Instrument.Unknown;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var sides = part.Split('=', 2, StringSplitOptions.TrimEntries);
            if (sides.Length != 2)
            {
                return false;
            }
            switch (sides[0])
            {
                case "voltage" when TryReadTerms(sides[1], Dimension.Voltage, out var offset, out var gain):
                    instrument = instrument with { VoltageOffsetVolts = offset, VoltageGainRelative = gain };
                    break;
                case "current" when TryReadTerms(sides[1], Dimension.Current, out var offset, out var gain):
                    instrument = instrument with { CurrentOffsetAmperes = offset, CurrentGainRelative = gain };
                    break;
                default:
                    return false;
            }
        }
        return true;
    }

    /// <summary>Reads a part of the reading, a part in its unit, or both.</summary>
    static bool TryReadTerms(string text, Dimension dimension, out double offset, out double gain)
    {
        (offset, gain) = (0, 0);
        foreach (var term in text.Split('+', StringSplitOptions.TrimEntries))
        {
            // A bare number could mean either.
            var isReadable = term.Length > 0 && !char.IsAsciiDigit(term[^1]);
            if (isReadable && Amount.TryParse(term, Dimension.Ratio, out var share) && share.Value >= 0)
            {
                gain = share.Value;
            }
            else if (isReadable && Amount.TryParse(term, dimension, out var size) && size.Value >= 0)
            {
                offset = size.Value;
            }
            else
            {
                return false;
            }
        }
        return true;
    }
}
