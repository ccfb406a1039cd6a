namespace CoinRig.Firmware;

/// <summary>
/// The last trips, and whether relays are held closed or a trip is latched, in memory that outlives the supply. Layout: a header of 16 bytes
/// (magic, state, cause, boots, trips, CRC), then <see cref="Records"/> slots of <see cref="Slot"/> bytes, each with a CRC of its own.
/// </summary>
public sealed class BlackBox
{
    /// <summary>How many trips are kept.</summary>
    public const int Records = 8;

    /// <summary>Bytes of one trip with its CRC.</summary>
    public const int Slot = TripRecord.Length + 2;

    /// <summary>Bytes before the trips.</summary>
    public const int Header = 16;

    /// <summary>Bytes of the whole.</summary>
    public const int Size = Header + Records * Slot;

    const int Magic = 0x5243, StateAt = 2, CauseAt = 3, BootsAt = 4, TripsAt = 6, HeaderCrcAt = 14;

    readonly IBlackBoxStorage _storage;
    readonly byte[] _image = new byte[Size];
    bool _headerWaits;
    int _slotWaits = -1;

    /// <param name="storage">The memory.</param>
    public BlackBox(IBlackBoxStorage storage) => _storage = storage;

    /// <summary>Whether the memory holds what was written. Not known to be so before <see cref="Open"/>.</summary>
    public bool IsGood { get; private set; }

    /// <summary>The state that was kept.</summary>
    public SupervisorState KeptState => (SupervisorState)_image[StateAt];

    /// <summary>The cause that was kept.</summary>
    public TripCause KeptCause => (TripCause)_image[CauseAt];

    /// <summary>How often the supervisor has started, this start included.</summary>
    public int Boots => Bytes.Unsigned16(_image, BootsAt);

    /// <summary>How many trips there have been; the last <see cref="Records"/> are kept.</summary>
    public int Trips => Bytes.Unsigned16(_image, TripsAt);

    /// <summary>Whether something waits to be written.</summary>
    public bool IsWaiting => _headerWaits || _slotWaits >= 0;

    /// <summary>Reads what was kept, and counts this start.</summary>
    /// <returns>Whether the memory is sound: blank, or as it was written.</returns>
    public bool Open()
    {
        var answered = _storage.Read(_image, Size);
        IsGood = answered && (IsBlank() || IsHeaderWhole());
        if (!IsGood || Bytes.Unsigned16(_image, 0) != Magic)
        {
            Blank();
        }
        Bytes.Put16(_image, BootsAt, Boots + 1);
        _headerWaits = true;
        return IsGood;
    }

    /// <summary>Keeps the state; written by <see cref="Save"/>.</summary>
    public void Keep(SupervisorState state, TripCause cause)
    {
        _image[StateAt] = (byte)state;
        _image[CauseAt] = (byte)cause;
        _headerWaits = true;
    }

    /// <summary>Keeps a trip, in place of the oldest; written by <see cref="Save"/>.</summary>
    public void Add(TripRecord record)
    {
        var slot = Trips & (Records - 1);
        var at = Header + slot * Slot;
        record.Write(_image, at);
        Bytes.Put16(_image, at + TripRecord.Length, Crc16.Of(_image, at, TripRecord.Length));
        Bytes.Put16(_image, TripsAt, Trips + 1);
        _slotWaits = slot;
        _headerWaits = true;
    }

    /// <summary>Copies a trip into a message.</summary>
    /// <param name="age">0 for the last one.</param>
    /// <param name="to">The message.</param>
    /// <param name="at">Where in it.</param>
    /// <returns>Whether there is such a trip, whole.</returns>
    public bool Read(int age, byte[] to, int at)
    {
        if (age >= Records || age >= Trips)
        {
            return false;
        }
        var from = Header + ((Trips - 1 - age) & (Records - 1)) * Slot;
        if (Crc16.Of(_image, from, TripRecord.Length) != Bytes.Unsigned16(_image, from + TripRecord.Length))
        {
            return false;
        }
        for (var i = 0; i < TripRecord.Length; i++)
        {
            to[at + i] = _image[from + i];
        }
        return true;
    }

    /// <summary>Writes what waits. Called after the outputs were set: opening a relay waits for no memory.</summary>
    public void Save()
    {
        if (_slotWaits >= 0)
        {
            IsGood = _storage.Write(_image, Header + _slotWaits * Slot, Slot);
            _slotWaits = IsGood ? -1 : _slotWaits;
        }
        if (_headerWaits && _slotWaits < 0)
        {
            Bytes.Put16(_image, HeaderCrcAt, Crc16.Of(_image, 0, HeaderCrcAt));
            IsGood = _storage.Write(_image, 0, Header);
            _headerWaits = !IsGood;
        }
    }

    /// <summary>A new memory is all zeros or all ones.</summary>
    bool IsBlank()
    {
        var first = _image[0];
        for (var i = 0; i < Size; i++)
        {
            if (_image[i] != first)
            {
                return false;
            }
        }
        return first == 0 || first == 255;
    }

    bool IsHeaderWhole() => Bytes.Unsigned16(_image, 0) == Magic && Crc16.Of(_image, 0, HeaderCrcAt) == Bytes.Unsigned16(_image, HeaderCrcAt)
        && _image[StateAt] < Transitions.States;

    void Blank()
    {
        for (var i = 0; i < Size; i++)
        {
            _image[i] = 0;
        }
        Bytes.Put16(_image, 0, Magic);
    }
}
