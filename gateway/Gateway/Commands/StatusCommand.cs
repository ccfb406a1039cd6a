using System.CommandLine;

namespace CoinRig.Gateway;

/// <summary><c>coinrig status</c>: how all channels of a rig that is served stand.</summary>
static class StatusCommand
{
    public static Command Create(Session session) => ServiceClient.Create(session, "status", "Show how all channels of a rig that is served stand", [], _ => new Request { Do = "status" }, (answer, screen) =>
    {
        var status = ServiceClient.As<RigStatus>(answer);
        screen.Show(StatusTable.Of(status));
        foreach (var note in StatusTable.Notes(status))
        {
            screen.Say(note);
        }
    });
}
