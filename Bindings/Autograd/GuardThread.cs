namespace TorchSharp;

/// <summary>libtorch's modes belong to a thread: a guard that moved to another one, by an await, must not touch that one's.</summary>
internal static class GuardThread
{
    internal static void Check(int owner, string what)
    {
        if (owner != Environment.CurrentManagedThreadId)
        {
            throw new InvalidOperationException($"{what} has to be disposed on the thread that made it: do not await inside of it");
        }
    }
}
