using CoinRig.Control;
using CoinRig.FrontEnd;

namespace CoinRig.Gateway;

/// <summary>Looks at the cell of a run that was cut off, with nothing connected, before its file is opened to be written. It is scanned as a run is, so that the board's other channel goes on meanwhile.</summary>
/// <param name="request">What is to go on.</param>
/// <param name="channel">The channel, in the idle state.</param>
/// <param name="due">When, on the rig's clock, ns.</param>
sealed class CellLook(RunRequest request, IChannel channel, long due) : IScanned
{
    /// <inheritdoc/>
    public long NextDue => due;

    /// <inheritdoc/>
    public bool HasEnded { get; private set; }

    /// <summary>What it read, V.</summary>
    internal double Volts { get; private set; } = double.NaN;

    /// <summary>Why the cell must not be connected; null where it may be.</summary>
    internal Exception? Refusal { get; private set; }

    /// <inheritdoc/>
    public void Scan()
    {
        try
        {
            Volts = request.Interrupted!.Point.RequireCell(channel, request.Plan.Cell);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Refusal = e;
        }
        HasEnded = true;
    }
}
