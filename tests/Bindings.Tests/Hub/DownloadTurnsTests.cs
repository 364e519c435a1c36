using System.Diagnostics;
using System.Security.Cryptography;
using TorchSharp;

namespace Bindings.Tests.Hub;

/// <summary>Several who want the same file take turns.</summary>
public sealed class DownloadTurnsTests : IDisposable
{
    private readonly byte[] _content = new byte[100_000];
    private readonly TemporaryFolder _folder = new();
    private readonly FileServer _server;

    public DownloadTurnsTests()
    {
        new Random(1).NextBytes(_content);
        _server = new FileServer(_content);
    }

    private string Target => _folder.File("file.bin");

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private Task FetchAsync(Action? whenBusy = null) => Task.Run(() =>
        new Downloader(_server.Address, Target, ExpectedHash.Parse(null, HashAlgorithmName.SHA256), DownloadOptions.Default)
            .RunAsync(new RecordingProgressBar(), whenBusy ?? (() => { }), default));

    [Fact]
    public async Task OneDownloadsAndTheOthersWait()
    {
        var slow = new TaskCompletionSource();
        _server.Silence = slow.Task;
        var busy = new CountdownEvent(5);
        var first = FetchAsync();
        await _server.FirstRequest.WaitAsync(TimeSpan.FromSeconds(30));
        Task[] others = [.. Enumerable.Range(0, 5).Select(_ => FetchAsync(() => busy.Signal()))];
        Assert.True(busy.Wait(TimeSpan.FromSeconds(30)));
        slow.SetResult();
        await Task.WhenAll([first, .. others]).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Single(_server.Ranges);
        Assert.Equal(_content, await File.ReadAllBytesAsync(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task LockIsHeldByOneAtATime()
    {
        var path = _folder.File("lock");
        var inside = 0;
        var most = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var turn = 0; turn < 20; turn++)
            {
                using var held = await FileLock.TakeAsync(path, () => { }, default);
                most = Math.Max(most, Interlocked.Increment(ref inside));
                await Task.Yield();
                Interlocked.Decrement(ref inside);
            }
        }))).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(1, most);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task FileLeftByADeadProcessIsNoLock()
    {
        await File.WriteAllTextAsync(Target + ".lock", "1234 left behind");
        await FetchAsync(() => Assert.Fail("Nobody holds the lock."));
        Assert.Equal([Target], Directory.GetFiles(_folder.Path));
    }

    [PythonFact]
    public async Task AnotherProcessIsWaitedFor()
    {
        var start = new ProcessStartInfo("/usr/bin/python3")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
            ArgumentList = { "-c", "import fcntl, sys; f = open(sys.argv[1], 'w'); fcntl.flock(f, fcntl.LOCK_EX); print('held', flush=True); input()", Target + ".lock" },
        };
        using var holder = Process.Start(start)!;
        Assert.Equal("held", await holder.StandardOutput.ReadLineAsync());
        var busy = new TaskCompletionSource();
        var download = FetchAsync(() => busy.SetResult());
        await busy.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(download.IsCompleted);
        Assert.Empty(_server.Ranges);
        // It ends without letting go, as a killed process does.
        holder.Kill();
        await download.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(_content, await File.ReadAllBytesAsync(Target));
    }
}
