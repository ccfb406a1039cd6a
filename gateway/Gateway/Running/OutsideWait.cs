using CoinRig.Control;
using CoinRig.Protocols;
using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary>
/// What a run waits for, ended by a person's word or by a mark. It reads marks along with the recorder, so that it does not matter whether a command, MQTT
/// or an edge set them.
/// </summary>
sealed class OutsideWait : IExternalWait, IRunReader
{
    volatile WaitRequest? _request;
    volatile bool _isOver;

    /// <inheritdoc/>
    public string Name => "wait";

    /// <summary>What the run waits for now; null for nothing.</summary>
    internal WaitRequest? Request => _isOver ? null : _request;

    /// <inheritdoc/>
    public bool IsOver => _isOver;

    /// <inheritdoc/>
    public void Begin(WaitRequest request) => (_isOver, _request) = (false, request);

    /// <inheritdoc/>
    public void End() => (_request, _isOver) = (null, false);

    /// <summary>A person says that it is over.</summary>
    internal void Release() => _isOver = true;

    /// <inheritdoc/>
    public void OnSample(in Sample sample)
    {
    }

    /// <inheritdoc/>
    public void OnMarker(Marker marker, Action<ResultRow> post)
    {
        if (marker is Mark mark && _request is { Rule: { For: WaitFor.Mark } rule } && (rule.Text.Length == 0 || rule.Text == mark.Text))
        {
            _isOver = true;
        }
    }

    /// <summary>What is waited for, in words.</summary>
    internal static string InWords(WaitRequest request) => request.Rule switch
    {
        { For: WaitFor.Mark, Text.Length: > 0 } mark => $"the mark '{mark.Text}'",
        { For: WaitFor.Mark } => "a mark",
        { Text.Length: > 0 } person => $"a person: {person.Text}",
        _ => "a person",
    };
}
