"""The worker that keeps the whole site for when there is no network.

It names every file of one build with its hash, takes all of them or none, and answers only from
them: so a page never meets a script or a figure of another edition. See decisions/0010.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256

LEFT_OUT = ("sitemap.xml", "sitemap.xml.gz", "service-worker.js")

_WORKER = """\
const VERSION = '%VERSION%'
const FILES = %FILES%
const ROOT = new URL('./', location)
const OURS = `gp-migration-${ROOT.pathname}:`
const CACHE = OURS + VERSION

addEventListener('install', event => event.waitUntil(takeAll()))
addEventListener('activate', event => event.waitUntil(dropOthers()))
addEventListener('message', event => event.data === 'take over' && skipWaiting())
addEventListener('fetch', event => {
  const {request} = event
  const isOurs = request.method === 'GET' && request.url.startsWith(ROOT.href)
  if (isOurs) event.respondWith(answer(request))
})

// Each file must be the one of this build: a build that is being published is not taken by halves.
async function takeAll() {
  const cache = await caches.open(CACHE)
  try {
    await Promise.all(Object.keys(FILES).map(async path => {
      const address = new URL(path, ROOT)
      const file = await fetch(address, {integrity: FILES[path], cache: 'no-cache'})
      if (!file.ok) throw new Error(`${path}: ${file.status}`)
      await cache.put(address, file)
    }))
  } catch (error) {
    await caches.delete(CACHE)
    throw error
  }
}

async function dropOthers() {
  const names = await caches.keys()
  const others = names.filter(name => name.startsWith(OURS) && name !== CACHE)
  await Promise.all(others.map(name => caches.delete(name)))
}

async function answer(request) {
  const isPage = request.mode === 'navigate'
  if (isPage && await isTimeForTheNext()) return nextPage()
  const address = new URL(request.url)
  address.search = address.hash = ''
  const path = decodeURI(address.pathname.slice(ROOT.pathname.length))
  if (`${path}/` in FILES) return Response.redirect(`${address}/`)
  if (path in FILES) return await kept(address) ?? giveUp(request, isPage)
  return fetch(request).catch(async error => {
    if (!isPage) throw error
    return await kept(new URL('404.html', ROOT)) ?? Response.error()
  })
}

// An empty page that asks for nothing and comes again when this worker is gone: a request that
// meets it on its way out can be lost.
function nextPage() {
  const headers = {'Refresh': '1', 'Content-Type': 'text/html'}
  return new Response('<link rel="icon" href="data:,">', {headers})
}

async function kept(address) {
  return (await caches.open(CACHE)).match(address)
}

// The next edition takes over between two pages, when no other tab still shows this one.
async function isTimeForTheNext() {
  const {waiting} = registration
  if (!waiting || (await clients.matchAll({type: 'window'})).length > 1) return false
  waiting.postMessage('take over')
  return true
}

// The browser threw away what was kept: a page comes from the network, with all that belongs to it.
async function giveUp(request, isPage) {
  await registration.unregister()
  await caches.delete(CACHE)
  return isPage ? fetch(request) : Response.error()
}
"""

_OFF = """\
addEventListener('install', () => skipWaiting())
addEventListener('activate', event => event.waitUntil(stop()))

async function stop() {
  const ours = `gp-migration-${new URL('./', location).pathname}:`
  const names = await caches.keys()
  await Promise.all(names.filter(name => name.startsWith(ours)).map(name => caches.delete(name)))
  await registration.unregister()
}
"""


def service_worker(files: Mapping[str, bytes]) -> str:
    """Write the worker for these files, given by their paths below the site's root."""
    hashes = {_address(path): _hash(files[path]) for path in sorted(files) if path not in LEFT_OUT}
    listed = json.dumps(hashes, separators=(",", ":"))
    version = sha256(listed.encode()).hexdigest()[:12]
    return _WORKER.replace("%VERSION%", version).replace("%FILES%", listed)


def no_service_worker() -> str:
    """Write a worker that takes itself and all that was kept out of the browser."""
    return _OFF


def _address(path: str) -> str:
    folder, _, name = path.rpartition("/")
    return path if name != "index.html" else f"{folder}/" if folder else ""


def _hash(content: bytes) -> str:
    return f"sha256-{b64encode(sha256(content).digest()).decode('ascii')}"
