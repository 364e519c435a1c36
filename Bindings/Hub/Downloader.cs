using System.Net;
using System.Net.Http.Headers;

namespace TorchSharp;

/// <summary>
/// Downloads one file: into a part file beside the target, going on where an earlier try stopped if the server still has the same content, checked,
/// and renamed when right. Processes that want the same file take turns.
/// </summary>
/// <param name="url">http, https or file.</param>
/// <param name="target">The full path of the file.</param>
/// <param name="expected">What its checksum has to begin with.</param>
/// <param name="options">How patient it is.</param>
internal sealed class Downloader(string url, string target, ExpectedHash expected, DownloadOptions options)
{
    private const int BufferSize = 1 << 16;

    private static readonly Lazy<HttpClient> Client = new(() => new HttpClient(new SocketsHttpHandler
    {
        ConnectTimeout = TimeSpan.FromSeconds(30),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestHeaders = { { "User-Agent", "torch.hub" } },
    });

    private readonly PartFile _part = new(target);

    /// <summary>Downloads, or waits for the process that is downloading the same file already.</summary>
    /// <param name="progress">Told the bytes; not disposed.</param>
    /// <param name="whenBusy">Called once if another process has to be waited for.</param>
    /// <param name="cancellation">Stops it; what is there so far stays for the next try.</param>
    /// <exception cref="DownloadException">It failed; the message names the address, the file and the reason.</exception>
    public async Task RunAsync(IProgressBar progress, Action whenBusy, CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using var turn = await FileLock.TakeAsync(target + ".lock", whenBusy, cancellation).ConfigureAwait(false);
            if (turn.Waited && File.Exists(target) && expected.Matches(target, out _))
            {
                return;
            }
            await FetchAsync(progress, cancellation).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException and not DownloadException or UnauthorizedAccessException)
        {
            throw Failure($"the file cannot be written ({problem.Message}). What has arrived is kept and gone on with next time.", problem);
        }
    }

    private async Task FetchAsync(IProgressBar progress, CancellationToken cancellation)
    {
        for (var resumedFromEarlier = _part.VersionOf(url) is not null; ; resumedFromEarlier = false)
        {
            await FetchAllAsync(progress, cancellation).ConfigureAwait(false);
            if (expected.Matches(_part.Path, out var found))
            {
                _part.Finish();
                return;
            }
            _part.Discard();
            // The beginning came from an earlier run, which may have left anything: the whole file from now decides.
            if (!resumedFromEarlier)
            {
                throw Failure(
                    $"its {expected.Algorithm.Name} is {found} and should begin with {expected.Prefix}. The server has other content than expected, "
                    + "or something on the way changed it; nothing was kept.");
            }
        }
    }

    // Until every byte is in the part file.
    private async Task FetchAllAsync(IProgressBar progress, CancellationToken cancellation)
    {
        for (var failures = 0; ;)
        {
            var before = _part.Length;
            Exception problem;
            try
            {
                await FetchOnceAsync(progress, cancellation).ConfigureAwait(false);
                return;
            }
            catch (LostConnectionException lost)
            {
                problem = lost;
            }
            failures = _part.Length > before && _part.VersionOf(url) is not null ? 1 : failures + 1;
            if (failures >= options.Tries)
            {
                throw Failure(
                    $"{problem.Message} {failures} times in a row. Check the connection and try again, or put the file there by hand; what has "
                    + "arrived is gone on with where the server allows it.", problem.InnerException);
            }
            await Task.Delay(options.Pause * (1 << (failures - 1)), cancellation).ConfigureAwait(false);
        }
    }

    private async Task FetchOnceAsync(IProgressBar progress, CancellationToken cancellation)
    {
        var address = new Uri(url, UriKind.Absolute);
        if (address.IsFile)
        {
            await CopyFileAsync(address.LocalPath, progress, cancellation).ConfigureAwait(false);
            return;
        }
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        silence.CancelAfter(options.Silence);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var version = _part.VersionOf(url);
        var have = version is null ? 0 : _part.Length;
        if (version is not null)
        {
            request.Headers.Range = new RangeHeaderValue(have, null);
            request.Headers.TryAddWithoutValidation("If-Range", version);
        }
        try
        {
            using var response = await Client.Value.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, silence.Token).ConfigureAwait(false);
            await ReceiveAsync(response, have, progress, silence).ConfigureAwait(false);
        }
        catch (HttpRequestException problem)
        {
            throw new LostConnectionException($"the server cannot be reached or broke off ({problem.Message})", problem);
        }
        catch (OperationCanceledException problem) when (!cancellation.IsCancellationRequested)
        {
            throw new LostConnectionException($"the server sent nothing for {options.Silence.TotalSeconds:0.#} s (time-out)", problem);
        }
    }

    private async Task ReceiveAsync(HttpResponseMessage response, long have, IProgressBar progress, CancellationTokenSource silence)
    {
        var range = response.Content.Headers.ContentRange;
        switch (response.StatusCode)
        {
            case HttpStatusCode.PartialContent when have > 0 && range?.From == have:
                progress.Maximum = range.Length;
                using (var file = _part.Append())
                {
                    await PumpAsync(response, file, have, range.Length, progress, silence).ConfigureAwait(false);
                }
                return;
            case HttpStatusCode.OK:
                progress.Maximum = response.Content.Headers.ContentLength;
                using (var file = _part.Restart(url, VersionIn(response)))
                {
                    await PumpAsync(response, file, 0, response.Content.Headers.ContentLength, progress, silence).ConfigureAwait(false);
                }
                return;
            case HttpStatusCode.RequestedRangeNotSatisfiable when have > 0 && range?.Length == have:
                // Everything had arrived before the earlier run ended.
                progress.Value = have;
                return;
            case HttpStatusCode.RequestedRangeNotSatisfiable or HttpStatusCode.PartialContent when have > 0:
                _part.Discard();
                throw new LostConnectionException("the server sent another part of the file than asked for", null);
            case HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError:
                throw new LostConnectionException($"the server answered {Words(response)}", null);
            default:
                throw Failure($"the server answered {Words(response)}.", null, response.StatusCode);
        }
    }

    private async Task PumpAsync(
        HttpResponseMessage response, FileStream file, long received, long? total, IProgressBar progress, CancellationTokenSource silence)
    {
        using var body = await response.Content.ReadAsStreamAsync(silence.Token).ConfigureAwait(false);
        var buffer = new byte[BufferSize];
        progress.Value = received;
        while (true)
        {
            int read;
            try
            {
                read = await body.ReadAsync(buffer, silence.Token).ConfigureAwait(false);
            }
            catch (IOException problem)
            {
                throw new LostConnectionException($"the connection broke off after {received} bytes", problem);
            }
            if (read == 0)
            {
                break;
            }
            file.Write(buffer, 0, read);
            received += read;
            progress.Value = received;
            silence.CancelAfter(options.Silence);
        }
        if (total is { } whole && received != whole)
        {
            throw new LostConnectionException($"{received} bytes arrived where the server had announced {whole}", null);
        }
        file.Flush(flushToDisk: true);
    }

    private async Task CopyFileAsync(string source, IProgressBar progress, CancellationToken cancellation)
    {
        if (!File.Exists(source))
        {
            throw Failure($"there is no file {source}.");
        }
        using var from = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var to = _part.Restart(url, version: null);
        progress.Maximum = from.Length;
        var buffer = new byte[BufferSize];
        int read;
        while ((read = await from.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0)
        {
            to.Write(buffer, 0, read);
            progress.Value += read;
        }
        to.Flush(flushToDisk: true);
    }

    // What If-Range may carry: an ETag that stands for the very bytes, or else the date.
    private static string? VersionIn(HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentEncoding.Count > 0)
        {
            return null;
        }
        return response.Headers.ETag is { IsWeak: false } tag ? tag.Tag : response.Content.Headers.LastModified?.ToString("R");
    }

    private static string Words(HttpResponseMessage response) => $"{(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd();

    private DownloadException Failure(string problem, Exception? inner = null, HttpStatusCode? status = null) =>
        new(url, target, problem, inner) { StatusCode = status };

    // The kind of failure that another try may mend.
    private sealed class LostConnectionException(string message, Exception? inner) : Exception(message, inner);
}
