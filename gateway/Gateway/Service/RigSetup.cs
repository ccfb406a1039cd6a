using CoinRig.FrontEnd;
using CoinRig.Telemetry;

namespace CoinRig.Gateway;

/// <summary>A rig as its file states it: boards, where runs go, and what waits on a rig that is new.</summary>
/// <param name="Name">The rig's name, for people.</param>
/// <param name="RunsFolder">The folder of run files and queues.</param>
/// <param name="Boards">The boards; their channels are counted over the whole rig, from 1.</param>
/// <param name="Broker">A broker elsewhere; null for one of our own.</param>
/// <param name="IsMqttOff">Whether nothing is published.</param>
/// <param name="MayMarkByMqtt">Whether marks are taken from MQTT.</param>
/// <param name="OnAlarm">The command that is started at an alarm; null for none.</param>
/// <param name="Queue">What waits on a rig that has no queue yet.</param>
sealed record RigSetup(string Name, string RunsFolder, IReadOnlyList<BoardSetup> Boards, BrokerAddress? Broker, bool IsMqttOff, bool MayMarkByMqtt,
    string? OnAlarm, IReadOnlyList<QueueOrder> Queue)
{
    /// <summary>Whether the file has a queue that is not used, because the rig's queues are kept already.</summary>
    public bool HasUnusedQueue { get; init; }

    /// <summary>How many channels the rig has.</summary>
    public int Channels => Boards.Sum(b => b.Channels.Count);
}

/// <summary>One board of a rig.</summary>
/// <param name="Profile">What it is.</param>
/// <param name="OnHardware">Whether it is a real one.</param>
/// <param name="Seed">What its twin draws its errors from.</param>
/// <param name="Channels">Those of its channels that are used, by their numbers on the board.</param>
sealed record BoardSetup(BoardProfile Profile, bool OnHardware, long Seed, IReadOnlyList<int> Channels)
{
    /// <summary>On a twin: what its clock says when it is opened; null for the date on which it always begins.</summary>
    internal DateTimeOffset? TwinStartUtc { get; init; }

    /// <summary>
    /// The profile with as many scans a second as each channel can have: one ADC reads all channels of a board, so that several share its time where it has not
    /// enough for all.
    /// </summary>
    internal BoardProfile SharedProfile
    {
        get
        {
            var most = 1 / (Profile.ScanSeconds * Channels.Count);
            return most >= Profile.ScansPerSecond ? Profile : Profile with { ScansPerSecond = Profile.ScansPerSecond / Channels.Count, SharedBy = Channels.Count };
        }
    }
}
