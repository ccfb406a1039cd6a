namespace Iot.Device.Ads1256;

/// <summary>Command bytes (SBAS288K, table 24). The calibration commands are in <see cref="CalibrationKind"/>.</summary>
enum Command : byte
{
    /// <summary>Completes SYNC, leaves standby.</summary>
    WakeUp = 0x00,

    /// <summary>One result after t6.</summary>
    ReadData = 0x01,

    /// <summary>Results come out at every DRDY without a command.</summary>
    ReadDataContinuously = 0x03,

    /// <summary>Ends <see cref="ReadDataContinuously"/>.</summary>
    StopReadDataContinuously = 0x0F,

    /// <summary>Reads registers: the address is added here, the count less one is the next byte.</summary>
    ReadRegisters = 0x10,

    /// <summary>Writes registers, likewise.</summary>
    WriteRegisters = 0x50,

    /// <summary>Stops the conversion; it restarts at <see cref="WakeUp"/>.</summary>
    Synchronize = 0xFC,

    /// <summary>Puts the chip to sleep.</summary>
    Standby = 0xFD,

    /// <summary>Resets all registers but CLK1 and CLK0.</summary>
    Reset = 0xFE,
}
