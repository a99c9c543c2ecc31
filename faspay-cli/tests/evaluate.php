<?php
// Evaluates the sample of an ingested page at a fixed time: values are texts, or {"now"|"join"|"sha1"|"md5": …}.
// PHP computes what the page's own sample would have sent, independently of any Rust code.
// Usage: php evaluate.php PAIRS.json "2022-03-10 00:00:00"; prints the pairs as JSON.

declare(strict_types=1);

[, $file, $now] = $argv;
$clock = new DateTimeImmutable($now, new DateTimeZone('Asia/Jakarta'));

function evaluate(mixed $value, DateTimeImmutable $clock): string
{
    if (is_string($value)) {
        return $value;
    }
    [$computation, $operand] = [array_key_first($value), reset($value)];
    return match ($computation) {
        'now' => $clock->format($operand),
        'join' => implode('', array_map(fn ($part) => evaluate($part, $clock), $operand)),
        'sha1' => sha1(evaluate($operand, $clock)),
        'md5' => md5(evaluate($operand, $clock)),
    };
}

$pairs = json_decode(file_get_contents($file), true, 32, JSON_THROW_ON_ERROR);
echo json_encode(
    array_map(fn ($pair) => [$pair[0], evaluate($pair[1], $clock)], $pairs),
    JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES,
);
