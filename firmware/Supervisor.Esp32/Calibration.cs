namespace CoinRig.Firmware.Esp32;

/// <summary>
/// The dividers of one assembled board, each by two points against a multimeter (firmware/README.md says how). These are the nominal values: dividers
/// of 1 : 2 before an ADC of 3.3 V for 4095 codes that begins at 71 mV.
/// </summary>
public static class Calibration
{
    /// <summary>Microvolts of a cell for one code.</summary>
    public const int CellMicrovoltsPerCode = 1576;

    /// <summary>What a cell reads at code 0, mV.</summary>
    public const int CellOffsetMillivolts = 142;

    /// <summary>Microvolts of the supply for one code.</summary>
    public const int SupplyMicrovoltsPerCode = 1576;

    /// <summary>What the supply reads at code 0, mV.</summary>
    public const int SupplyOffsetMillivolts = 142;
}
