namespace CoinRig.Telemetry.Publishing;

/// <summary>
/// One kind of rows of a run on its way out: what is sent, what is delivered, and what is under way between the two. A
/// position moves only when everything before it is delivered; after a break all that is not delivered is sent again, in order.
/// </summary>
/// <param name="waitsForListeners">Whether rows that nobody subscribes to wait for somebody.</param>
abstract class OutboxStream(bool waitsForListeners)
{
    readonly Queue<Message> _underWay = new();
    long _delivered;
    bool _isDry;
    bool _isProbing;
    bool _isHolding;
    bool _isRefused;

    /// <summary>The last row that was put into a message.</summary>
    public long Sent { get; protected set; }

    /// <summary>Up to here everything is delivered.</summary>
    public long Delivered => Volatile.Read(ref _delivered);

    /// <summary>Whether the broker said that nobody subscribes, the last time it was asked.</summary>
    public bool IsUnheard { get; private set; }

    /// <summary>Whether all that was there when it was last looked at is delivered, or has nobody who wants it.</summary>
    public bool IsSettled => _underWay.Count == 0 && (_isDry || _isHolding);

    /// <summary>Starts after a row; where nobody may listen, with one message at a time until somebody does.</summary>
    public void Begin(long delivered)
    {
        Volatile.Write(ref _delivered, delivered);
        _isProbing = waitsForListeners;
        GoBack();
    }

    /// <summary>Rows may have come; and where nobody listened, somebody may now.</summary>
    public void LookAgain()
    {
        _isDry = false;
        _isHolding = false;
    }

    /// <summary>Puts the next rows into a message; false where there are none, or where they have to wait.</summary>
    public bool TryNext(Message message)
    {
        if (_isDry || _isHolding || _isRefused || (_isProbing && _underWay.Count > 0))
        {
            return false;
        }
        if (!TryWrite(message))
        {
            _isDry = true;
            return false;
        }
        Sent = message.Position;
        _underWay.Enqueue(message);
        return true;
    }

    /// <summary>Moves on as far as the broker answered everything; a message that failed stays, and all behind it.</summary>
    /// <param name="free">Gets the messages that can be used again.</param>
    public void Settle(Stack<Message> free)
    {
        while (_underWay.TryPeek(out var message) && message.Delivery is (Delivery.Acknowledged or Delivery.Unheard))
        {
            free.Push(_underWay.Dequeue());
            IsUnheard = message.Delivery == Delivery.Unheard;
            // What went out after a message that nobody heard comes again after it: rows arrive in order or not at all.
            _isRefused |= IsUnheard && waitsForListeners;
            if (!_isRefused)
            {
                Volatile.Write(ref _delivered, message.Position);
                _isProbing = false;
            }
        }
        if (_isRefused && _underWay.Count == 0)
        {
            (_isRefused, _isHolding, _isProbing, IsUnheard) = (false, true, true, true);
            GoBack();
        }
    }

    /// <summary>After a break: all that is not delivered will be sent again.</summary>
    public void Break()
    {
        _underWay.Clear();
        (_isDry, _isHolding, _isRefused, _isProbing, IsUnheard) = (false, false, false, waitsForListeners, false);
        GoBack();
    }

    /// <summary>How many rows are committed and not delivered.</summary>
    public abstract long CountLeft();

    /// <summary>Writes the rows after <see cref="Sent"/>; false where there are none.</summary>
    protected abstract bool TryWrite(Message message);

    /// <summary>The position was taken back to what is delivered.</summary>
    protected virtual void OnBack()
    {
    }

    void GoBack()
    {
        Sent = Delivered;
        OnBack();
    }
}
