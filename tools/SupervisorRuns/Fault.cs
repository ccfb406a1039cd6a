namespace CoinRig.SupervisorRuns;

/// <summary>What goes wrong in a run, at a time that the seed draws.</summary>
enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The gateway hangs for good.</summary>
    GatewayHangs,

    /// <summary>The gateway hangs for a while, and goes on as if nothing had been.</summary>
    GatewayPauses,

    /// <summary>The gateway begins anew, with another session.</summary>
    GatewayRestarts,

    /// <summary>The firmware hangs, its pins as they are.</summary>
    FirmwareHangs,

    /// <summary>The firmware begins anew.</summary>
    FirmwareReboots,

    /// <summary>Bytes wait in a buffer from then on.</summary>
    BytesLate,

    /// <summary>The last frame comes again and again, and no other.</summary>
    FrameRepeats,

    /// <summary>The line is cut.</summary>
    LineCut,

    /// <summary>Every twentieth byte is lost, flipped or doubled, for two seconds.</summary>
    LineNoisy,

    /// <summary>Each loop of the firmware comes late, by less than it trips for itself.</summary>
    FirmwareSlow,

    /// <summary>The gateway reads another cell voltage than there is.</summary>
    GatewayMisreads,

    /// <summary>The supply sags.</summary>
    SupplySags,

    /// <summary>The cell rises above its limit.</summary>
    CellAbove,

    /// <summary>The cell falls below its limit.</summary>
    CellBelow,

    /// <summary>The supervisor's ADC gives nothing.</summary>
    CellUnread,

    /// <summary>The board grows hot.</summary>
    BoardHot,

    /// <summary>The door is opened.</summary>
    DoorOpens,

    /// <summary>Somebody presses the button.</summary>
    ButtonPressed,
}
