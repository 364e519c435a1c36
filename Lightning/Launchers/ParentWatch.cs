namespace Lightning;

/// <summary>
/// In a process that <see cref="SubprocessLauncher"/> started: ends it when the process that started it has gone. The other end of standard input is
/// held there, and the system closes it, however that process ends.
/// </summary>
internal static class ParentWatch
{
    internal static void Begin(int rank, int worldSize)
    {
        var input = Console.OpenStandardInput();
        var watch = new Thread(() =>
        {
            Span<byte> nothing = stackalloc byte[64];
            while (input.Read(nothing) > 0)
            {
            }

            LastWords.End($"The process of rank 0, which started rank {rank} of {worldSize}, has ended; rank {rank} ends too.", 1);
        })
        { IsBackground = true, Name = "watch over rank 0" };
        watch.Start();
    }
}
