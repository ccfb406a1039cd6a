namespace CoinRig.SupervisorProcess;

/// <summary>What is asked of pins in another process.</summary>
enum PinOperation : byte
{
    /// <summary>Opens an SPI device: clock frequency, mode, bus, select line.</summary>
    OpenSpi,

    /// <summary>A full-duplex transfer of the device that was opened last.</summary>
    Transfer,

    /// <summary>Opens a GPIO line.</summary>
    OpenLine,

    /// <summary>Closes a GPIO line.</summary>
    CloseLine,

    /// <summary>Sets the mode of a line.</summary>
    SetMode,

    /// <summary>Writes a line.</summary>
    WriteLine,

    /// <summary>Reads a line.</summary>
    ReadLine,
}
