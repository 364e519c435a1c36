using System.Net;
using System.Security.Cryptography;
using TorchSharp;

namespace Bindings.Tests.Hub;

/// <summary>Downloads that cannot succeed say what, where and why, and leave nothing under the final name.</summary>
public sealed class DownloadErrorTests : IDisposable
{
    private static readonly DownloadOptions Impatient = new(Silence: TimeSpan.FromMilliseconds(300), Tries: 2, Pause: TimeSpan.Zero);

    private readonly byte[] _content = new byte[200_000];
    private readonly TemporaryFolder _folder = new();
    private readonly FileServer _server;

    public DownloadErrorTests()
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

    private async Task<DownloadException> FailAsync(string? hash = null, string? address = null, DownloadOptions? options = null)
    {
        var expected = ExpectedHash.Parse(hash, HashAlgorithmName.SHA256);
        var error = await Assert.ThrowsAsync<DownloadException>(() =>
            new Downloader(address ?? _server.Address, Target, expected, options ?? Impatient).RunAsync(new RecordingProgressBar(), () => { }, default));
        Assert.Contains(address ?? _server.Address, error.Message);
        Assert.Contains(Target, error.Message);
        Assert.False(File.Exists(Target));
        Assert.False(File.Exists(Target + ".lock"));
        return error;
    }

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    [InlineData(410)]
    public async Task RefusalIsFinal(int status)
    {
        _server.Statuses.Enqueue(status);
        var error = await FailAsync();
        Assert.Equal((HttpStatusCode)status, error.StatusCode);
        Assert.Contains($"{status}", error.Message);
        Assert.Single(_server.Ranges);
    }

    [Fact]
    public async Task WrongHashIsNamedAndNothingIsKept()
    {
        var error = await FailAsync(new string('0', 64));
        Assert.Contains(new string('0', 64), error.Message);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(_content)), error.Message);
        Assert.Empty(Directory.GetFiles(_folder.Path));
        Assert.Single(_server.Ranges);
    }

    [Fact]
    public async Task SilentServerIsATimeOut()
    {
        var never = new TaskCompletionSource();
        _server.Silence = never.Task;
        Assert.Contains("time-out", (await FailAsync()).Message);
        Assert.True(_server.Ranges.Count >= Impatient.Tries);
        never.SetResult();
    }

    [Fact]
    public async Task ServerThatKeepsFailingIsGivenUp()
    {
        _server.Statuses.Enqueue(500);
        _server.Statuses.Enqueue(502);
        Assert.Contains("502", (await FailAsync()).Message);
        Assert.Equal(2, _server.Ranges.Count);
    }

    [Fact]
    public async Task ServerThatIsNotThereIsNamed()
    {
        _server.Dispose();
        var error = await FailAsync();
        Assert.Contains("cannot be reached", error.Message);
        Assert.Contains("put the file there by hand", error.Message);
    }

    [Fact]
    public async Task CuttingServerWithoutVersionsIsGivenUp()
    {
        _server.ETag = null;
        _server.Cuts.Enqueue(1000);
        _server.Cuts.Enqueue(2000);
        _server.Cuts.Enqueue(3000);
        Assert.Contains("2 times in a row", (await FailAsync()).Message);
    }

    [Fact]
    public async Task FullDiskIsNamedAndWhatIsThereStays()
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }
        // Writing to this device fails as a full disk does.
        File.CreateSymbolicLink(Target + ".part", "/dev/full");
        var error = await FailAsync();
        Assert.Contains("cannot be written", error.Message);
        Assert.Contains("No space left", error.Message);
        Assert.True(File.Exists(Target + ".part"));
    }

    [Fact]
    public async Task FolderThatCannotBeMadeIsNamed()
    {
        await File.WriteAllTextAsync(_folder.File("plain"), "");
        var target = _folder.File("plain/file.bin");
        var error = await Assert.ThrowsAsync<DownloadException>(() => torch.hub.download_url_to_file_async(_server.Address, target, progress: false));
        Assert.Contains(target, error.Message);
    }

    [Fact]
    public async Task CancellingKeepsWhatIsThere()
    {
        var never = new TaskCompletionSource();
        _server.Silence = never.Task;
        using var stop = new CancellationTokenSource();
        var progress = new StoppingProgressBar(stop, _content.Length / 2);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new Downloader(_server.Address, Target, default(ExpectedHash) with { Prefix = "" }, DownloadOptions.Default)
                .RunAsync(progress, () => { }, stop.Token));
        Assert.Equal(_content.Length / 2, new FileInfo(Target + ".part").Length);
        never.SetResult();
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/x")]
    [InlineData("file.bin")]
    [InlineData("")]
    public void AddressesOfOtherKindsAreRefused(string address) =>
        Assert.ThrowsAny<ArgumentException>(() => torch.hub.download_url_to_file(address, Target, progress: false));

    // Stops the download once so many bytes have come.
    private sealed class StoppingProgressBar(CancellationTokenSource stop, long at) : IProgressBar
    {
        public long Value
        {
            get;
            set
            {
                field = value;
                if (value >= at)
                {
                    stop.Cancel();
                }
            }
        }

        public long? Maximum { get; set; }

        public void Dispose()
        {
        }
    }
}
