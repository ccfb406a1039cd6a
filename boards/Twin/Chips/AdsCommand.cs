namespace CoinRig.Twin;

/// <summary>First bytes of the commands of the ADS1256 (SBAS288K, command definitions).</summary>
static class AdsCommand
{
    internal const byte WakeUp = 0x00, ReadData = 0x01, ReadContinuously = 0x03, StopReading = 0x0F, ReadRegisters = 0x10, WriteRegisters = 0x50,
        SelfCalibration = 0xF0, SystemGainCalibration = 0xF4, Synchronize = 0xFC, Standby = 0xFD, Reset = 0xFE, WakeUpToo = 0xFF;

    internal static string Name(byte command) => command switch
    {
        WakeUp or WakeUpToo => "WAKEUP",
        ReadData => "RDATA",
        ReadContinuously => "RDATAC",
        StopReading => "SDATAC",
        0xF0 => "SELFCAL",
        0xF1 => "SELFOCAL",
        0xF2 => "SELFGCAL",
        0xF3 => "SYSOCAL",
        0xF4 => "SYSGCAL",
        Synchronize => "SYNC",
        Standby => "STANDBY",
        Reset => "RESET",
        >= 0x10 and < 0x20 => "RREG",
        >= 0x50 and < 0x60 => "WREG",
        _ => $"0x{command:X2}",
    };
}
